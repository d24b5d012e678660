import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['proxmox-backup-client snapshot forget host/db/2026-01-01T00:00:00Z', 'backup unasked'],
  ['proxmox-backup-client prune host/db --keep-last 1', 'backup unasked'],
  ['proxmox-backup-client prune host/db --keep-last 1 --dry-run', null],
  ['proxmox-backup-client snapshot list', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['PBS_PASSWORD', 'password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
