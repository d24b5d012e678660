import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['proxmox-backup-client snapshot forget host/db/2026-01-01T00:00:00Z', 'backup'],
  ['proxmox-backup-client prune host/db --keep-last 1', 'backup'],
  ['proxmox-backup-client prune host/db --keep-last 1 --dry-run', 'nothing'],
  ['proxmox-backup-client snapshot list', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['PBS_PASSWORD', 'password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
