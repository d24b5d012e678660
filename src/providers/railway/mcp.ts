import type { McpSpec } from '../../model/knowledge.ts';
import { mcpServersOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const local = mcpServersOf({ source: 'https://docs.railway.com/cli/mcp', checkedOn });
const npm = mcpServersOf({
  source: 'https://github.com/railwayapp/railway-mcp-server',
  checkedOn,
});
const remote = mcpServersOf({
  source: 'https://docs.railway.com/ai/remote-mcp-server',
  checkedOn,
});

/** `confirm: true` of the local tools is filled in by the model, so it is no human confirmation. */
const localTools = [
  'remove_volume',
  'remove_bucket',
  'remove_service',
  'remove_tcp_proxy',
  'delete_domain',
  'set_variables',
] as const;
const narrower =
  'Hand it a project token of a non-production environment in RAILWAY_TOKEN, and deny its remove_ and delete_ tools in the agent';

/** Railway's MCP servers. None has a read-only switch. */
export const mcp: readonly McpSpec[] = [
  local({
    id: 'local',
    title: 'Railway MCP server of the CLI',
    packages: ['@railway/cli'],
    commands: ['railway mcp'],
    destructiveTools: localTools,
    narrower,
  }),
  // Since 2026 a shim that starts the local server above; old pinned versions had no delete tools.
  npm({
    id: 'npm',
    title: 'Railway MCP server',
    packages: ['@railway/mcp-server'],
    destructiveTools: localTools,
    narrower,
  }),
  remote({
    id: 'remote',
    title: 'Railway remote MCP server',
    commands: ['railway mcp proxy'],
    hosts: ['mcp.railway.com'],
    destructiveTools: ['accept-deploy'],
    narrower: 'Log in with OAuth and grant it one non-production project only',
  }),
];
