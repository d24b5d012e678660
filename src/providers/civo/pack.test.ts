import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Civo commands', () => {
  it.each([
    ['civo database delete shop -y', 'database'],
    ['civo db rm shop', 'database, asks'],
    ['civo volume remove data --yes', 'volume'],
    ['civo k3s delete live -y', 'environment'],
    ['civo database restore shop --backup a -y', 'database'],
    ['civo bucket delete media -y', 'bucket'],
    ['civo database list', 'nothing'],
    ['civo kubernetes node-pool delete live 1 -y', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Civo credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([['CIVO_TOKEN', 'api-key']])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
