import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['rclone purge store:backups', 'bucket'],
  ['rclone --config rclone.conf sync ./site store:site', 'bucket'],
  ['rclone delete store:backups', 'bucket'],
  ['rclone delete store:backups --min-age 30d', 'nothing'],
  ['rclone sync ./site store:site --dry-run', 'nothing'],
  ['rclone sync ./site store:site --backup-dir store:old', 'nothing'],
  ['rclone copy ./site store:site', 'nothing'],
  ['rclone ls store:', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['RCLONE_CONFIG_PASS', 'config-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
