import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['npx typeorm schema:drop -d data-source.ts', 'database unasked'],
  ['typeorm-ts-node-commonjs migration:revert -d x.ts', 'database unasked'],
  ['typeorm -d x.ts schema:sync', 'database unasked'],
  ['typeorm schema:log', null],
  ['typeorm migration:run', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
