import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['restic -r s3:s3.acme.io/backups forget --keep-last 1 --prune', 'backup'],
  ['restic forget --prune latest', 'backup'],
  ['restic forget --keep-daily 7', 'nothing'],
  ['restic forget --prune --dry-run', 'nothing'],
  ['restic snapshots', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['RESTIC_PASSWORD', 'repository-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
