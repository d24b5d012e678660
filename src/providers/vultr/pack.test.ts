import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Vultr commands', () => {
  it.each([
    ['vultr-cli instance delete 1', 'service'],
    ['vultr-cli bs destroy 2', 'volume'],
    ['vultr-cli snapshot delete 3', 'backup'],
    ['vultr-cli database delete 4', 'database'],
    ['vultr-cli database db delete 4 shop', 'database'],
    ['vultr-cli kubernetes delete 5', 'environment'],
    ['vultr-cli k delete 5 --delete-resources', 'volume'],
    ['vultr-cli object-storage delete 6', 'bucket'],
    ['vultr-cli instance list', 'nothing'],
    ['vultr-cli database user delete 4 reader', 'nothing'],
    ['vultr-cli kubernetes node-pool delete 5 6', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Vultr credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([['VULTR_API_KEY', 'api-key']])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
