import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { collect } from './collect.ts';

const file = '.github/workflows/agent.yml';

function approvals(steps: string): readonly string[] {
  const text = `on: workflow_dispatch\njobs:\n  fix:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  return ofKind(agentFacts(collect, acmeKnowledge, { [file]: text }), 'Weakness')
    .filter(({ because }) => /approve|merge/.test(because))
    .map(({ name, at }) => {
      expect(text.slice(at.start, at.end)).toContain(name);
      return name;
    });
}

const agent = (args: string) =>
  `      - uses: anthropics/claude-code-action@v1\n        with:\n          claude_args: "${args}"\n`;
const plain = agent('--max-turns 3');
const run = (line: string, more = '') => `      - ${more}run: ${line}\n`;

describe('an agent that approves its own change', () => {
  it.each([
    ['by a rule', agent("--allowedTools 'Bash(gh pr merge:*)'"), ['Bash(gh pr merge:*)']],
    [
      'by a rule for reviews',
      agent("--allowedTools 'Bash(gh pr review:*)'"),
      ['Bash(gh pr review:*)'],
    ],
    ['by a later step', plain + run('gh pr merge "$N" --squash'), ['gh pr merge']],
    [
      'past the rules of the branch',
      plain + run('gh pr merge "$N" --auto --admin'),
      ['gh pr merge "$N" --auto --admin'],
    ],
    ['by saying yes', plain + run('gh pr review "$N" --approve'), ['gh pr review "$N" --approve']],
    [
      'by an action',
      `${plain}      - uses: hmarr/auto-approve-action@v4\n`,
      ['hmarr/auto-approve-action'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(approvals(steps)).toEqual(expected);
  });

  it.each([
    ['that waits for whoever the rules ask', plain + run('gh pr merge "$N" --auto --squash')],
    ['that only comments', plain + run('gh pr review "$N" --comment -b ok')],
    ['before it has written anything', run('gh pr merge "$N"') + plain],
    [
      'for the changes of somebody else',
      plain + run('gh pr merge "$N"', "if: github.actor == 'dependabot[bot]'\n        "),
    ],
    ['that may only comment', agent("--allowedTools 'Bash(gh pr review --comment:*)'")],
    ['that may look', agent("--allowedTools 'Bash(gh pr view:*)'")],
    ['that is denied it', agent("--disallowedTools 'Bash(gh pr merge:*)'")],
  ])('is none %s', (_, steps) => {
    expect(approvals(steps)).toEqual([]);
  });
});
