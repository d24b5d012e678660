import type { McpSpec } from '../../model/knowledge.ts';
import { mcpServersOf } from '../../model/pack.ts';

const server = mcpServersOf({
  source:
    'https://developers.cloudflare.com/agents/model-context-protocol/mcp-servers-for-cloudflare/',
  checkedOn: '2026-11-21',
});
const narrower =
  'Log in with OAuth and grant read permissions only, or hand it an API token limited to one non-production account';

/** Cloudflare's MCP servers; what they may do depends on the token alone. */
export const mcp: readonly McpSpec[] = [
  server({
    id: 'code-mode',
    title: 'Cloudflare API MCP server',
    hosts: ['mcp.cloudflare.com'],
    // It runs code against the whole API.
    destructiveTools: ['execute'],
    narrower,
  }),
  server({
    id: 'bindings',
    title: 'Cloudflare Workers bindings MCP server',
    hosts: ['bindings.mcp.cloudflare.com'],
    destructiveTools: [
      'kv_namespace_delete',
      'r2_bucket_delete',
      'd1_database_delete',
      'd1_database_query',
      'hyperdrive_config_delete',
    ],
    narrower,
  }),
  server({
    id: 'observing',
    title: 'Cloudflare MCP server that only reads',
    hosts: [
      'observability.mcp.cloudflare.com',
      'docs.mcp.cloudflare.com',
      'radar.mcp.cloudflare.com',
      'builds.mcp.cloudflare.com',
      'logs.mcp.cloudflare.com',
      'ai-gateway.mcp.cloudflare.com',
      'graphql.mcp.cloudflare.com',
    ],
    narrower: 'Log in with OAuth and grant read permissions only',
  }),
];
