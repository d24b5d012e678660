import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['mongorestore -h db.acme.io --drop dump/', 'database unasked'],
  ['mongorestore --uri "$MONGODB_URI" --drop', 'database unasked'],
  ['mongoimport --drop --collection users users.json', 'database unasked'],
  ['mongorestore dump/', null],
  ['mongorestore --drop --dryRun dump/', null],
  ['mongodump', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['MONGO_INITDB_ROOT_PASSWORD', 'root-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
