import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['dotnet ef database drop --force', 'database unasked'],
  ['dotnet ef database drop', 'database asked'],
  ['dotnet ef database drop --dry-run --force', null],
  ['dotnet ef database update 0 --project src/Data', 'database unasked'],
  ['dotnet-ef database drop -f', 'database unasked'],
  ['dotnet ef database update', null],
  ['dotnet ef migrations script', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
