import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

function agentOf(facts: readonly Fact[], product: string): Agent | undefined {
  return ofKind(facts, 'Agent').find((agent) => agent.product === product);
}

const inertIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map(({ name, looksProtective }) => [name, looksProtective]);
const weakIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'Weakness').map(({ name, control }) => [name, control]);

describe('cloud agent', () => {
  const workflow = (job: string, name = 'copilot-setup-steps') =>
    run({ '.github/workflows/copilot-setup-steps.yml': `jobs:\n  ${name}:\n${job}` });

  it('has what its setup steps leave behind', () => {
    const facts = workflow(
      [
        '    runs-on: ubuntu-latest',
        '    steps:',
        '      - uses: azure/login@v2',
        '      - run: railway login --browserless',
        '      - run: echo "ACME_ACCESS_TOKEN=$TOKEN" >> "$GITHUB_ENV"',
        '        env:',
        '          TOKEN: $' + '{{ secrets.ACME_ACCESS_TOKEN }}',
        '      - run: npm ci',
        '',
      ].join('\n'),
    );
    expect(weakIn(facts)).toEqual([
      ['setup step: azure/login', 'secrets'],
      ['setup step: railway login', 'secrets'],
    ]);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { form: 'injected', product: 'account-token' },
    ]);
    expect(relationsOf(facts, 'holds')).toHaveLength(1);
    expect(agentOf(facts, 'copilot-cloud-agent')?.sandbox).toMatchObject({ state: 'default' });
  });

  it('ignores jobs of other names', () => {
    expect(inertIn(workflow('    runs-on: ubuntu-latest\n', 'setup'))).toEqual([
      ['job setup', false],
    ]);
  });
});

describe('CLI of the user', () => {
  it.each([
    ['{"defaultPermissionMode":"manual"}', { value: 'asks' }],
    ['{"defaultPermissionMode":"assisted"}', { state: 'unknown' }],
    ['{"defaultPermissionMode":"yolo"}', { state: 'unknown' }],
  ])('%s', (text, shell) => {
    const facts = run({ '~/.copilot/settings.json': text });
    expect(agentOf(facts, 'copilot-cli')?.shell).toMatchObject(shell);
    expect(weakIn(facts)).toEqual([]);
  });

  it('has a sandbox, or leaves it', () => {
    const sandbox = (value: unknown) =>
      agentOf(
        run({ '~/.copilot/settings.json': JSON.stringify({ sandbox: value }) }),
        'copilot-cli',
      )?.sandbox;
    expect(sandbox({ enabled: true })).toMatchObject({ value: 'on' });
    expect(sandbox({ enabled: true, allowBypass: true })).toMatchObject({ value: 'escapable' });
    expect(sandbox({ enabled: false })).toMatchObject({ value: 'off' });
    expect(sandbox(undefined)).toMatchObject({ state: 'unknown' });
  });
});
