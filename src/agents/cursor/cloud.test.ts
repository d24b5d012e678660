import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

function run(environment: string): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, { '.cursor/environment.json': environment });
}

const loginsIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'Weakness').map(({ name, control }) => [name, control]);

describe('environment.json', () => {
  it('is an agent on a machine of its own that asks about nothing', () => {
    const facts = run('{ "install": "npm ci" }');
    expect(ofKind(facts, 'Agent').map((agent) => agent.product)).toEqual(['cursor-cloud-agent']);
    const agent = agentIn(facts);
    expect(agent.runsIn).toBe('pipeline');
    expect(agent.shell).toMatchObject({ state: 'default', value: 'runs' });
    expect(agent.sandbox).toMatchObject({ state: 'default', value: 'on' });
    expect(agent.network).toMatchObject({ state: 'unknown', why: 'external' });
    expect(agent.mcp).toMatchObject({ state: 'unknown', why: 'external' });
    expect(loginsIn(facts)).toEqual([]);
  });

  it.each([
    ['{ "install": "npm ci && railway login --browserless" }', 'install: railway login'],
    ['{ "start": "gcloud auth activate-service-account --key-file k" }', 'start: gcloud auth'],
    [
      '{ "terminals": [{ "name": "db", "command": "az login --service-principal" }] }',
      'terminals: az login',
    ],
  ])('%s leaves the agent logged in', (text, name) => {
    const facts = run(text);
    expect(loginsIn(facts)).toEqual([[name, 'secrets']]);
    const [weakness] = ofKind(facts, 'Weakness');
    const command = /login|auth/.exec(textAt(text, weakness?.at ?? agentIn(facts).at));
    expect(command).not.toBeNull();
  });

  it.each(['{}', '[]', '{ "install": 1, "terminals": "x" }', '{ "terminals": [{}] }'])(
    'reads %s without a word',
    (text) => {
      const facts = run(text);
      expect(ofKind(facts, 'Agent')).toHaveLength(1);
      expect(loginsIn(facts)).toEqual([]);
    },
  );

  it('counts in the root of a repository only', () => {
    const nested = agentFacts(collect, acmeKnowledge, {
      'app/.cursor/environment.json': '{ "install": "npm ci" }',
      'app/.cursor/rules/db.mdc': 'Never drop tables.',
    });
    expect(ofKind(nested, 'Agent').map((agent) => agent.product)).toEqual(['cursor']);
  });
});
