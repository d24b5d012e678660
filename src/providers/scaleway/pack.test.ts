import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Scaleway commands', () => {
  it.each([
    ['scw rdb instance delete 1', 'database'],
    ['scw -p live rdb instance delete 1', 'database'],
    ['scw instance volume delete 2', 'volume'],
    ['scw instance server terminate 3', 'volume'],
    ['scw object bucket delete media', 'bucket'],
    ['scw k8s cluster delete 4', 'environment'],
    ['scw rdb snapshot delete 5', 'backup'],
    ['scw account project delete 6', 'project'],
    ['scw rdb instance list', 'nothing'],
    ['scw rdb acl delete 1', 'nothing'],
    ['scw instance server stop 3', 'nothing'],
    ['scw k8s pool delete 4', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Scaleway credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['access-key', `SCW${'AB3'.repeat(5)}XY`],
    [undefined, `SCW${'AB3'.repeat(5)}`],
    [undefined, 'SCWARTZENEGGER_BLOG_1'],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['SCW_SECRET_KEY', 'secret-key'],
    ['SCW_DEFAULT_PROJECT_ID', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
