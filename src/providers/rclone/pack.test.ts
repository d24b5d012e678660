import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['rclone purge store:backups', 'bucket unasked'],
  ['rclone --config rclone.conf sync ./site store:site', 'bucket unasked'],
  ['rclone delete store:old --min-age 30d', 'bucket unasked'],
  ['rclone sync ./site store:site --dry-run', null],
  ['rclone sync ./site store:site --backup-dir store:old', null],
  ['rclone copy ./site store:site', null],
  ['rclone ls store:', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['RCLONE_CONFIG_PASS', 'config-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
