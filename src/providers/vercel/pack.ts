import { definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';

const checkedOn = '2026-11-21';
const operation = operationsOf({ source: 'https://vercel.com/docs/rest-api', checkedOn });
const server = mcpServersOf({ source: 'https://vercel.com/docs/mcp/vercel-mcp', checkedOn });
const community = mcpServersOf({ source: 'https://www.npmjs.com/package/vercel-mcp', checkedOn });

/** Everything known about Vercel. */
export const pack = definePack({
  id: 'vercel',
  title: 'Vercel',
  credentials,
  commands,
  api: {
    hosts: ['api.vercel.com'],
    operations: [
      operation('DELETE /v9/projects/{project}', 'project'),
      operation('DELETE /v2/projects/{project}', 'project'),
      operation('DELETE /v13/deployments/{deployment}', 'service'),
      operation('DELETE /v1/storage/stores/blob/{store}', 'bucket'),
      operation('DELETE /v1/edge-config/{store}', 'database'),
      operation('DELETE /v1/teams/{team}', 'account'),
    ],
  },
  mcp: [
    // No tool of it is known to delete a project or a store.
    server({
      id: 'remote',
      title: 'Vercel MCP server',
      hosts: ['mcp.vercel.com'],
      reach: 'account',
      narrower: 'Use the address of one project, https://mcp.vercel.com/team/project',
    }),
    community({
      id: 'community',
      title: 'Vercel MCP server of the community',
      packages: ['vercel-mcp'],
      narrower: 'Use https://mcp.vercel.com with the address of one project',
    }),
  ],
  variables: [
    {
      env: ['VERCEL_PROJECT_ID'],
      names: { what: 'project' },
      companions: [],
      source: 'https://vercel.com/docs/environment-variables/system-environment-variables',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('vercel', 'Vercel', {
      files: [{ glob: '**/vercel.json' }, { glob: '**/vercel.ts', hints: ['@vercel/config'] }],
      npm: ['vercel', '@vercel/blob', '@vercel/edge-config'],
    }),
  ],
});
