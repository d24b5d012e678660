import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['mix ecto.drop --force', 'database unasked'],
  ['mix ecto.drop', 'database asked'],
  ['mix do ecto.drop --force, ecto.create', 'database unasked'],
  ['mix do ecto.drop, ecto.create', 'database asked'],
  ['mix ecto.reset', 'database asked'],
  ['mix ecto.rollback --all', 'database unasked'],
  ['mix ecto.migrate', null],
  ['mix ecto.migrations', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
