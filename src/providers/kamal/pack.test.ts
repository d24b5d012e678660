import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Kamal commands', () => {
  it.each([
    ['kamal accessory remove db -y', 'database'],
    ['bin/kamal accessory remove all', 'database, asks'],
    ['bundle exec kamal remove --confirmed', 'environment'],
    ['kamal -d production remove -y', 'environment'],
    ['kamal accessory reboot db', 'nothing'],
    ['kamal app remove', 'nothing'],
    ['kamal details', 'nothing'],
    ['kamal prune all', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Kamal credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([['KAMAL_REGISTRY_PASSWORD', 'registry-password']])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
