import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['mc rb --force store/backups', 'bucket unasked'],
  ['mc rm -r --force store/uploads', 'bucket unasked'],
  ['mc rm --recursive --force --dangerous store', 'bucket unasked'],
  ['mc mirror --remove --overwrite ./site store/site', 'bucket unasked'],
  ['mc rm store/uploads/one.png', null],
  ['mc rm -r --force --dry-run store/uploads', null],
  ['mc rb store/empty', null],
  ['mc ls store', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['MINIO_ROOT_PASSWORD', 'root-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
