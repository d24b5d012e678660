import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['alembic downgrade base', 'database unasked'],
  ['alembic -c prod.ini downgrade -1', 'database unasked'],
  ['uv run flask db downgrade', 'database unasked'],
  ['python -m alembic downgrade base', 'database unasked'],
  ['alembic downgrade head:base --sql', null],
  ['alembic upgrade head', null],
  ['flask db upgrade', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
