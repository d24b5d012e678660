import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['borg delete ssh://backup/./repo', 'backup, asks'],
  ['borg prune --keep-daily 7 /repo', 'backup'],
  ['borg delete --dry-run /repo::old', 'nothing'],
  ['borg prune -n --list --keep-daily 7', 'nothing'],
  ['borg list', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['BORG_PASSPHRASE', 'passphrase']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
