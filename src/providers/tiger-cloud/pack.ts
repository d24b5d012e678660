import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const claim = { source: 'https://github.com/timescale/tiger-cli', checkedOn };
const command = commandsOf('tiger', claim);
const credential = credentialsOf(claim);
const server = mcpServersOf(claim);
const operation = operationsOf({
  source: 'https://github.com/timescale/tiger-cli/blob/main/openapi.yaml',
  checkedOn,
});

/** Everything known about Tiger Cloud, formerly Timescale: credentials, commands, API, MCP server and hosts. */
export const pack = definePack({
  id: 'tiger-cloud',
  title: 'Tiger Cloud',
  credentials: [
    credential({
      id: 'secret-key',
      title: 'Tiger Cloud client secret',
      env: ['TIGER_SECRET_KEY', 'TIMESCALE_SECRET_KEY'],
      scope: 'project',
      actions: ['read', 'write', 'delete'],
      expires: 'never',
      narrower:
        'Use client credentials of a non-production project, and set TIGER_READ_ONLY=true for agents',
    }),
  ],
  commands: [
    command('service|services|svc delete|rm', 'database', {
      asks: 'needs-flag',
      skipsPrompt: ['--confirm'],
      safeVariant: 'tiger service list',
    }),
  ],
  api: {
    hosts: ['console.cloud.tigerdata.com', 'console.cloud.timescale.com'],
    operations: [
      operation('DELETE /public/api/v1/projects/{project_id}/services/{service_id}', 'database', {
        argument: 'service_id',
      }),
    ],
  },
  mcp: [
    server({
      id: 'cli',
      title: 'Tiger MCP server',
      commands: ['tiger mcp'],
      destructiveTools: ['db_execute_query', 'service_stop', 'service_update_password'],
      readOnly: [mcpSwitch('TIGER_READ_ONLY=true')],
      narrower: 'Set TIGER_READ_ONLY=true for it',
    }),
  ],
  hosts: [
    {
      suffix: '.tsdb.cloud.timescale.com',
      environmentLocal: false,
      source: 'https://www.tigerdata.com/docs',
      checkedOn,
    },
  ],
  collectors: [toolingCollector('tiger-cloud', 'Tiger Cloud', { python: ['timescale-vector'] })],
});
