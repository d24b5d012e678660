import type { McpSpec } from '../../model/knowledge.ts';
import { mcpServersOf, mcpSwitch } from '../../model/pack.ts';

const server = mcpServersOf({
  source: 'https://github.com/supabase-community/supabase-mcp',
  checkedOn: '2026-11-21',
});

const destructiveTools = [
  'execute_sql',
  'apply_migration',
  'delete_branch',
  'reset_branch',
  'merge_branch',
  'rebase_branch',
  'pause_project',
  'restore_project',
  'deploy_edge_function',
  'update_storage_config',
];

/** Supabase's MCP server, hosted and local. Nobody is asked by the server itself before SQL runs. */
export const mcp: readonly McpSpec[] = [
  server({
    id: 'remote',
    title: 'Supabase MCP server',
    hosts: ['mcp.supabase.com'],
    destructiveTools,
    readOnly: [mcpSwitch('?read_only=true')],
    narrowedBy: [mcpSwitch('?project_ref')],
    reach: 'account',
    narrower:
      'Add "?project_ref=<ref>&read_only=true" to its address, with the reference of a non-production project',
  }),
  server({
    id: 'local',
    title: 'Supabase MCP server',
    packages: ['@supabase/mcp-server-supabase'],
    destructiveTools,
    readOnly: [mcpSwitch('--read-only')],
    narrowedBy: [mcpSwitch('--project-ref')],
    reach: 'account',
    narrower:
      'Add "--read-only" and "--project-ref=<ref>" with the reference of a non-production project, and a scoped access token',
  }),
];
