import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['prisma migrate reset --force', 'database'],
  ['npx -y prisma@6 migrate reset -f', 'database'],
  ['prisma migrate reset', 'database, asks'],
  ['npx prisma db push --force-reset', 'database'],
  ['prisma db push --schema x.prisma --accept-data-loss', 'database'],
  ['prisma db push', 'nothing'],
  ['prisma migrate reset --help', 'nothing'],
  ['prisma migrate diff --from-empty --script', 'nothing'],
  ['prisma migrate deploy', 'nothing'],
  ['prisma migrate status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
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
