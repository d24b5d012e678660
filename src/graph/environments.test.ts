import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../engine/knowledge.ts';
import type { DataStore, Environment, Relation, Tier } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { unknown } from '../model/value.ts';
import { environmentsOf, tierOfEntity } from './environments.ts';
import { createLinkIndex } from './link-index.ts';

const at = { file: filePath('.env'), start: 0, end: 1 };
const same = { aliases: [], at, collector: 'dotenv', implied: false, confidence: 'high' } as const;
const stage = (name: string, tier: Tier): Environment => ({
  ...same,
  kind: 'Environment',
  key: entityKey(`environment:${name}`),
  name,
  tier,
});
const database: DataStore = {
  ...same,
  kind: 'DataStore',
  key: entityKey('store:db'),
  name: 'db',
  provider: 'acme',
  product: 'db',
  holds: 'database',
  disposable: unknown('external', at),
  deletionProtection: unknown('external', at),
};
const connects = (environment: Environment): Relation => ({
  kind: 'Relation',
  rel: 'connects-to',
  from: environment.key,
  to: database.key,
  actions: [],
  because: 'its address',
  at,
  confidence: 'high',
});

describe('environments of a store', () => {
  const [staging, production] = [stage('a', 'staging'), stage('b', 'production')];

  it('are found once, until a pass adds something', () => {
    const facts = [database, staging, production, connects(staging)];
    const { index, add } = createLinkIndex(facts, createKnowledge([], new Uint8Array(32)));
    const first = environmentsOf(index, database.key);
    expect(first.map(({ name }) => name)).toEqual(['a']);
    expect(environmentsOf(index, database.key)).toBe(first);
    expect(tierOfEntity(index, database)).toBe('staging');
    add([connects(production)]);
    expect(environmentsOf(index, database.key).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(tierOfEntity(index, database)).toBe('production');
  });
});
