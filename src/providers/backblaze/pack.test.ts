import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['b2 rm --recursive b2://backups', 'bucket'],
  ['b2 sync --delete ./site b2://site', 'bucket'],
  ['b2 rm --recursive --dry-run b2://backups', 'nothing'],
  ['b2 rm b2://backups/one.txt', 'nothing'],
  ['b2 ls b2://backups', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['B2_APPLICATION_KEY', 'application-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('tells the master key from others by the length of its id', () => {
  const account = 'a1b2c3d4e5f6';
  expect(credentialOf(pack, 'B2_ACCOUNT_ID', account)).toMatchObject({
    title: 'Backblaze B2 master application key id',
    scope: { state: 'set', value: 'account' },
    belongsTo: account,
    confidence: 'high',
  });
  const key = credentialOf(pack, 'B2_APPLICATION_KEY_ID', `005${account}0000000001`);
  expect(key).toMatchObject({ scope: { state: 'unknown' }, belongsTo: account });
});
