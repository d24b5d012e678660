import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['borg delete ssh://backup/./repo', 'backup asked'],
  ['borg prune --keep-daily 7 /repo', 'backup unasked'],
  ['borg delete --dry-run /repo::old', null],
  ['borg prune -n --list --keep-daily 7', null],
  ['borg list', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['BORG_PASSPHRASE', 'passphrase']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
