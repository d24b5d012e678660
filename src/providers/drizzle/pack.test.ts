import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['drizzle-kit push --force', 'database unasked'],
  ['npx drizzle-kit push --config=drizzle.prod.config.ts --force', 'database unasked'],
  ['drizzle-kit push', null],
  ['drizzle-kit drop', null],
  ['drizzle-kit generate', null],
  ['drizzle-kit check', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
