import { expect, it } from 'vitest';
import type { Agent, AgentRule, Verdict } from '../model/fact.ts';
import { agentOf, ruleOf } from './permission-sample.ts';
import { permission } from './permissions.ts';

/** One rule per line, `effect pattern`, in the agent's order. */
function rulesOf(text: string): readonly AgentRule[] {
  return text.split('; ').map((line, order) => {
    const [effect = '', ...rest] = line.split(' ');
    if (effect !== 'allow' && effect !== 'ask' && effect !== 'deny') throw new Error(effect);
    const name = rest.join(' ');
    return ruleOf({ effect, tool: 'shell', pattern: { type: 'glob', text: name }, name, order });
  });
}

const cases: readonly (readonly [Agent['ruleOrder'], string, Verdict])[] = [
  ['last-match', 'deny rm *; allow *', 'runs'],
  ['last-match', 'allow *; deny rm *', 'blocks'],
  ['first-match', 'deny rm *; allow *', 'blocks'],
  ['first-match', 'allow *; deny rm *', 'runs'],
  ['longest-prefix', 'allow rm -rf *; deny rm *', 'runs'],
  ['longest-prefix', 'allow rm *; deny rm *', 'blocks'],
  ['strictest', 'allow rm -rf *; ask *', 'asks'],
  ['deny-first', 'allow rm -rf *; ask *; deny r*', 'blocks'],
];

it.each(cases)('%s of %s → %s', (ruleOrder, text, verdict) => {
  const answer = permission(agentOf('other', { ruleOrder }), rulesOf(text), {
    tool: 'shell',
    command: 'rm -rf data',
  });
  expect(answer.verdict).toBe(verdict);
});
