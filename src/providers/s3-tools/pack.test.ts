import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['s3cmd rb --recursive --force s3://backups', 'bucket unasked'],
  ['s3cmd del -r -f s3://uploads', 'bucket unasked'],
  ['s5cmd rm "s3://uploads/*"', 'bucket unasked'],
  ['s5cmd --endpoint-url https://s3.acme.io sync --delete ./site s3://site', 'bucket unasked'],
  ['s5cmd --dry-run rm "s3://uploads/*"', null],
  ['s3cmd del s3://uploads/one.png', null],
  ['s3cmd ls', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['S3_SECRET_KEY', 'secret-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
