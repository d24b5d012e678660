import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { resourcesIn } from '../../test/resource.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import type { Agent, AgentRule, Credential, Fact } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { noHabits } from '../model/permission.ts';
import { filePath } from '../model/source.ts';
import { byDefault, unknown, written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { pack as railway } from '../providers/railway/pack.ts';
import { storeFacts } from '../recognize/resource/resource-facts.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([aws, railway], new Uint8Array(32));
const at = { file: filePath('.pilot/settings.json'), start: 10, end: 20 };
const same = { aliases: [], at, collector: 'pilot', implied: false, confidence: 'high' } as const;
const source = 'https://pilot.test/docs';

const agent: Agent = {
  kind: 'Agent',
  ...same,
  key: entityKey('agent:pilot'),
  name: 'pilot',
  product: 'pilot',
  ruleOrder: 'strictest',
  shell: byDefault('asks', at, source),
  mcp: byDefault('asks', at, source),
  read: byDefault('runs', at, source),
  splitsCommands: true,
  habits: noHabits,
  sandbox: unknown('external', at),
  network: unknown('external', at),
  transcriptDays: unknown('external', at),
  folder: '',
};

function rule(text: string): AgentRule {
  return {
    kind: 'AgentRule',
    ...same,
    key: entityKey(`rule:${text}`),
    name: text,
    agent: agent.key,
    effect: 'allow',
    tool: 'shell',
    pattern: { type: 'prefix', text, boundary: 'word' },
    order: 1,
    inert: null,
  };
}

function store(type: string, product: string): readonly Fact[] {
  const [resource] = resourcesIn(`resource "${type}" "main" {\n}\n`);
  if (resource === undefined) throw new Error('no resource');
  const protection = byDefault(false, at, source);
  const traits = { product, holds: 'database', deletionProtection: protection } as const;
  return storeFacts(resource, 'aws', traits);
}

function pathOf(facts: readonly Fact[]) {
  return linkFacts([agent, ...facts], knowledge).blastRadius(agent)[0];
}

describe('what an agent may do by hand', () => {
  const database = store('aws_db_instance', 'rds-instance');

  it('leads to a declared store, where the rule stands', () => {
    const path = pathOf([...database, rule('aws')]);
    expect(path?.hops.map(({ to }) => to.name)).toEqual([
      'aws rds delete-db-instance',
      'aws_db_instance.main',
    ]);
    expect(path?.hops[0]?.edge.at).toMatchObject(at);
    expect(path?.confidence).toBe('medium');
    expect(path?.severity).toBe('medium');
  });

  it('is worth more where a file shows the login that it works with', () => {
    const keys: Credential = {
      ...credentialIn('.env', 'aws'),
      digest: null,
      actions: written(['admin'], at),
      scope: written('account', at),
    };
    const path = pathOf([...database, rule('aws'), keys]);
    expect(path?.severity).toBe('high');
  });

  it('leads nowhere for an agent of a template', () => {
    const template = { ...agent, confidence: 'low' } as const;
    const graph = linkFacts([template, ...database, rule('aws')], knowledge);
    expect(graph.blastRadius(template)).toEqual([]);
  });

  it.each([
    ['asks first', [...database]],
    ['is allowed the commands of other vendors', [...database, rule('railway')]],
    ['is allowed what takes other products', [...database, rule('aws dynamodb')]],
    ['has nothing declared to lose', [rule('aws')]],
  ])('leads nowhere when it %s', (_, facts) => {
    expect(pathOf(facts)).toBeUndefined();
  });
});
