import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['redis-cli FLUSHALL', 'cache'],
  ['redis-cli -h cache.acme.io -p 6379 -n 0 flushdb', 'cache'],
  ['redis-cli -u "$REDIS_URL" flushall ASYNC', 'cache'],
  ['docker exec -it cache redis-cli FLUSHALL', 'cache'],
  ['valkey-cli --tls -a "$PASSWORD" FLUSHDB', 'cache'],
  ['redis-cli shutdown nosave', 'cache'],
  ['redis-cli config set appendonly no', 'cache'],
  ['redis-cli config get appendonly', 'nothing'],
  ['redis-cli get flushall', 'nothing'],
  ['redis-cli dbsize', 'nothing'],
  ['redis-cli shutdown', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
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
