import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['goose reset', 'database unasked'],
  ['goose -dir db/migrations down-to 0', 'database unasked'],
  ['goose -dir db/migrations postgres "$DATABASE_URL" reset', 'database unasked'],
  ['goose postgres "host=db user=app" down', 'database unasked'],
  ['goose up', null],
  ['goose postgres "$DATABASE_URL" status', null],
  ['goose session', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
