import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['redis-cli FLUSHALL', 'cache unasked'],
  ['redis-cli -h cache.acme.io -p 6379 -n 0 flushdb', 'cache unasked'],
  ['redis-cli -u "$REDIS_URL" flushall ASYNC', 'cache unasked'],
  ['docker exec -it cache redis-cli FLUSHALL', 'cache unasked'],
  ['valkey-cli --tls -a "$PASSWORD" FLUSHDB', 'cache unasked'],
  ['redis-cli shutdown nosave', 'cache unasked'],
  ['redis-cli config set appendonly no', 'cache unasked'],
  ['redis-cli config get appendonly', null],
  ['redis-cli get flushall', null],
  ['redis-cli dbsize', null],
  ['redis-cli shutdown', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([['REDISCLI_AUTH', 'password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['redis-mcp-server@latest', 'redis'],
  ['mcp/redis', 'redis'],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
