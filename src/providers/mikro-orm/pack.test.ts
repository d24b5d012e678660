import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['npx mikro-orm schema:drop --run', 'database unasked'],
  ['mikro-orm schema:fresh -r --seed', 'database unasked'],
  ['mikro-orm migration:fresh', 'database unasked'],
  ['mikro-orm schema:drop --dump', null],
  ['mikro-orm schema:drop', null],
  ['mikro-orm migration:up', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
