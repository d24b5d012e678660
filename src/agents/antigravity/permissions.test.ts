import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const page = 'https://antigravity.google/docs/permissions';
const settings = (permissions: object) => ({
  '.antigravity/settings.json': JSON.stringify({ permissions }),
});
const user = (value: object) => ({
  '~/.gemini/antigravity-cli/settings.json': JSON.stringify(value),
});

permissionTable('antigravity', collect, [
  {
    title: 'what no list names is state of the app',
    source: page,
    files: settings({ allow: ['command(npm test)'] }),
    tries: {
      'npm test': 'runs',
      'npm test -- --watch': 'runs',
      'npm tests': 'unknown',
      'npm test && rm -rf data': 'unknown',
      'mcp:db:execute_sql': 'unknown',
      'read:.env': 'runs',
    },
  },
  {
    title: 'denial, then asking, then allowance',
    source: page,
    files: settings({
      allow: ['command(*)', 'mcp(*)', 'write_file(src/**)'],
      ask: ['command(git push)', 'mcp(db/execute_sql)'],
      deny: ['command(railway volume)', 'mcp(cloud)', 'read_file(.env*)', 'read_url(evil.example)'],
    }),
    tries: {
      'node -e x': 'runs',
      'git push origin': 'asks',
      'railway volume delete --yes': 'blocks',
      'ls; railway volume delete': 'blocks',
      'mcp:db:list_tables': 'runs',
      'mcp:db:execute_sql': 'asks',
      'mcp:cloud:anything': 'blocks',
      'read:.env.production': 'blocks',
      'write:src/a.ts': 'runs',
      'net:evil.example': 'blocks',
    },
  },
]);

permissionTable('antigravity-cli', collect, [
  {
    title: 'review by default',
    source: page,
    files: user({ enableTelemetry: true }),
    tries: { 'railway volume delete': 'asks', 'mcp:db:x': 'asks' },
  },
  {
    title: 'always proceeding, with lists',
    source: page,
    files: user({
      toolPermission: 'always-proceed',
      permissions: { deny: ['command(terraform destroy)'], ask: ['command(terraform *)'] },
    }),
    tries: {
      'railway volume delete': 'runs',
      'terraform apply': 'asks',
      'terraform destroy': 'blocks',
      'mcp:db:x': 'runs',
    },
  },
  {
    title: 'proceeding in a sandbox that is on, or is not',
    source: page,
    files: user({ toolPermission: 'proceed-in-sandbox' }),
    tries: { 'npm test': 'asks' },
  },
  {
    title: 'proceeding in a sandbox',
    source: page,
    files: user({ toolPermission: 'proceed-in-sandbox', enableTerminalSandbox: true }),
    tries: { 'npm test': 'runs', 'mcp:db:x': 'asks' },
  },
]);
