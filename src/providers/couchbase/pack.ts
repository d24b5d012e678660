import type { CommandSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const cli = {
  source: 'https://docs.couchbase.com/server/current/cli/cbcli/couchbase-cli.html',
  checkedOn,
};
const command = commandsOf('couchbase-cli', cli);
const backup = commandsOf('cbbackupmgr', {
  source: 'https://docs.couchbase.com/server/current/backup-restore/cbbackupmgr.html',
  checkedOn,
});
const commands: readonly CommandSpec[] = [
  command('bucket-delete', 'database', { safeVariant: 'couchbase-cli bucket-list' }),
  command('bucket-flush', 'database', {
    asks: 'unless-flag',
    skipsPrompt: ['--force'],
    safeVariant: 'couchbase-cli bucket-list',
  }),
  command('collection-manage', 'database', {
    onlyWith: ['--drop-scope|--drop-collection'],
    safeVariant: 'couchbase-cli collection-manage --list-scopes',
  }),
  backup('remove', 'backup', { safeVariant: 'cbbackupmgr info' }),
];

const credential = credentialsOf({
  source: 'https://github.com/Couchbase-Ecosystem/mcp-server-couchbase',
  checkedOn,
});
const server = mcpServersOf({
  source: 'https://github.com/Couchbase-Ecosystem/mcp-server-couchbase',
  checkedOn,
});
const mcp: readonly McpSpec[] = [
  server({
    id: 'server',
    title: 'Couchbase MCP server',
    packages: ['couchbase-mcp-server', 'couchbaseecosystem/mcp-server-couchbase', 'mcp/couchbase'],
    destructiveTools: [
      'delete_document_by_id',
      'replace_document_by_id',
      'upsert_document_by_id',
      'run_sql_plus_plus_query',
    ],
    writesWith: [mcpSwitch('CB_MCP_READ_ONLY_MODE=false'), mcpSwitch('--read-only-mode=false')],
    narrower: 'Remove CB_MCP_READ_ONLY_MODE=false: without it the server only reads',
  }),
];

/** Everything known about Couchbase: credentials, commands, MCP server and hosts. */
export const pack = definePack({
  id: 'couchbase',
  title: 'Couchbase',
  credentials: [
    credential({
      id: 'password',
      title: 'Couchbase password',
      env: ['CB_PASSWORD', 'COUCHBASE_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      expires: 'never',
      narrower: 'Connect as a user with the Data Reader role on the buckets it needs',
    }),
  ],
  commands,
  mcp,
  hosts: [
    {
      suffix: '.cloud.couchbase.com',
      environmentLocal: false,
      source: 'https://docs.couchbase.com/cloud/get-started/connect.html',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('couchbase', 'Couchbase', {
      npm: ['couchbase'],
      python: ['couchbase'],
      others: ['couchbase/gocb', 'CouchbaseNetClient', 'com.couchbase.client'],
    }),
  ],
});
