import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['migrate -path db/migrations -database "$DATABASE_URL" drop -f', 'database unasked'],
  ['migrate -source file://m -database "$DATABASE_URL" drop', 'database asked'],
  ['migrate -path m -database "$DATABASE_URL" down -all', 'database unasked'],
  ['migrate -path m -database "$DATABASE_URL" down', 'database asked'],
  ['migrate -path m -database "$DATABASE_URL" down 1', 'database unasked'],
  ['migrate -path m -database "$DATABASE_URL" up', null],
  ['migrate -path m -database "$DATABASE_URL" version', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
