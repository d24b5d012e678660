import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['prisma migrate reset --force', 'database unasked'],
  ['npx -y prisma@6 migrate reset -f', 'database unasked'],
  ['prisma migrate reset', 'database asked'],
  ['npx prisma db push --force-reset', 'database unasked'],
  ['prisma db push --schema x.prisma --accept-data-loss', 'database unasked'],
  ['prisma db push', null],
  ['prisma migrate reset --help', null],
  ['prisma migrate diff --from-empty --script', null],
  ['prisma migrate deploy', null],
  ['prisma migrate status', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['PRISMA_SERVICE_TOKEN', 'service-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['prisma mcp', 'local'],
  ['https://mcp.prisma.io/mcp', 'remote'],
  ['prism', undefined],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
