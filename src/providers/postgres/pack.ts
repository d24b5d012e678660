import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://www.postgresql.org/docs/current/reference-client.html',
  checkedOn: '2026-11-21',
};

const shared = { targets: ['PGHOST', 'PGDATABASE', 'PGSERVICE'] };
const credential = credentialsOf({
  ...claim,
  source: 'https://www.postgresql.org/docs/current/libpq-envars.html',
});
const server = mcpServersOf(claim);
const readOnlyUser = 'Connect it as a database user that can only read';

/** PostgreSQL: tools that drop a database or its backups, passwords by their variable, and MCP servers. SQL text is read elsewhere. */
export const pack = definePack({
  id: 'postgres',
  title: 'PostgreSQL',
  commands: [
    commandsOf('dropdb', claim, shared)('', 'database', { harmlessWith: ['--interactive|-i'] }),

    // Short `-c` is left out: `-Fc` would pass for it.
    commandsOf('pg_restore', claim, shared)('', 'database', {
      onlyWith: ['--clean'],
      harmlessWith: ['--list|-l', '--file|-f'],
      safeVariant: 'pg_restore --list',
    }),
    commandsOf('pg_resetwal', claim)('', 'database', {
      onlyWith: ['--force|-f'],
      harmlessWith: ['--dry-run|-n'],
      safeVariant: 'pg_resetwal --dry-run',
      source: 'https://www.postgresql.org/docs/current/app-pgresetwal.html',
    }),
    commandsOf('pgbackrest', claim)('stanza-delete', 'backup', {
      safeVariant: 'pgbackrest info',
      source: 'https://pgbackrest.org/command.html',
    }),
    ...['everything', 'retain', 'before', 'target'].map((which) =>
      commandsOf('wal-g', claim)(`delete ${which}`, 'backup', {
        // Without it the tool only lists what it would delete.
        onlyWith: ['--confirm'],
        safeVariant: 'wal-g backup-list',
        source: 'https://wal-g.readthedocs.io/',
      }),
    ),
    commandsOf('barman', claim)('delete', 'backup', {
      safeVariant: 'barman list-backups',
      source: 'https://docs.pgbarman.org/',
    }),
    commandsOf('barman-cloud-backup-delete', claim)('', 'backup', {
      harmlessWith: ['--dry-run'],
      safeVariant: 'barman-cloud-backup-delete --dry-run',
      source: 'https://docs.pgbarman.org/',
    }),
  ],
  credentials: [
    credential({
      id: 'password',
      title: 'PostgreSQL password',
      env: ['PGPASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      narrower: 'Connect as a database user that has only the rights the task needs',
    }),
    credential({
      id: 'superuser-password',
      title: 'password of the PostgreSQL superuser',
      env: ['POSTGRES_PASSWORD', 'POSTGRESQL_POSTGRES_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      narrower:
        'Give the application a database user of its own, and keep the superuser for setting up',
      source: 'https://hub.docker.com/_/postgres',
    }),
  ],
  mcp: [
    server({
      id: 'postgres-mcp',
      title: 'Postgres MCP Pro server',
      packages: ['postgres-mcp', 'crystaldba/postgres-mcp'],
      destructiveTools: ['execute_sql'],
      readOnly: [mcpSwitch('--access-mode=restricted')],
      narrower: 'Start it with --access-mode=restricted and a database user that can only read',
      source: 'https://github.com/crystaldba/postgres-mcp',
    }),
    server({
      id: 'reference',
      title: 'archived reference Postgres MCP server',
      packages: ['@modelcontextprotocol/server-postgres', 'mcp/postgres'],
      // Its read-only transaction can be left by stacked statements, so nothing makes it read-only.
      destructiveTools: ['query'],
      narrower: readOnlyUser,
      source: 'https://github.com/modelcontextprotocol/servers-archived/tree/main/src/postgres',
    }),
    server({
      id: 'zed',
      title: 'Postgres context server of Zed',
      packages: ['@zeddotdev/postgres-context-server'],
      narrower: readOnlyUser,
      source: 'https://github.com/zed-extensions/postgres-context-server',
    }),
    server({
      id: 'henkey',
      title: 'PostgreSQL MCP server of HenkDz',
      packages: ['@henkey/postgres-mcp-server'],
      destructiveTools: ['pg_execute_sql'],
      narrower: readOnlyUser,
      source: 'https://github.com/HenkDz/postgresql-mcp-server',
    }),
  ],
  collectors: [
    toolingCollector('postgres', 'PostgreSQL', {
      files: [{ glob: '**/pgbackrest.conf' }, { glob: '**/barman.conf' }],
    }),
  ],
});
