import { commandsOf, credentialsOf, definePack, mcpServersOf } from '../../model/pack.ts';

const claim = { source: 'https://redis.io/docs/latest/commands/', checkedOn: '2026-11-21' };

const command = commandsOf('redis-cli|valkey-cli|keydb-cli', claim, {
  safeVariant: 'redis-cli dbsize',
});

const credential = credentialsOf({
  ...claim,
  source: 'https://redis.io/docs/latest/develop/tools/cli/',
});

/** Redis and Valkey: commands that empty, swap or stop without saving, as words of their shells, and the MCP server. */
export const pack = definePack({
  id: 'redis',
  title: 'Redis',
  commands: [
    command('FLUSHALL|flushall', 'cache'),
    command('FLUSHDB|flushdb', 'cache'),
    command('SHUTDOWN|shutdown NOSAVE|nosave', 'cache'),
    command('SWAPDB|swapdb', 'cache'),
    command('CONFIG|config SET|set appendonly no', 'cache', {
      safeVariant: 'redis-cli CONFIG GET appendonly',
    }),
  ],
  credentials: [
    credential({
      id: 'password',
      title: 'Redis password',
      env: ['REDISCLI_AUTH', 'REDIS_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      narrower: 'Use an ACL user without the dangerous and write categories',
    }),
  ],
  mcp: [
    mcpServersOf({ ...claim, source: 'https://github.com/redis/mcp-redis' })({
      id: 'redis',
      title: 'Redis MCP server',
      packages: ['redis-mcp-server', 'mcp/redis'],
      destructiveTools: [
        'delete',
        'hdel',
        'json_del',
        'xdel',
        'xgroup_destroy',
        'expire',
        'rename',
      ],
      narrower: 'Connect it as an ACL user with -@dangerous -@write',
    }),
  ],
});
