import type { Harden } from '../../model/hardening.ts';
import { agentFileSchema } from '../../recognize/agent/agent-file-schema.ts';
import { narrowAgentFile, withoutApprovals } from '../../recognize/edit/agent-file-harden.ts';
import {
  hardenedFrontMatter,
  hardenedIgnoreFile,
  hardenedJson,
} from '../../recognize/edit/hardened-file.ts';
import { withoutTools } from '../../recognize/edit/mcp-disable-tools.ts';
import { narrowAgentRules } from './agent-rules-harden.ts';

const keys = {
  shell: ['shell', 'execute_bash', 'execute_cmd', 'execute_command'],
  read: ['read', 'fs_read'],
  disablesTools: true,
} as const;

const isAgentFile = /^\.kiro\/agents\/.*\.json$/;

export const schemas = { '.kiro/agents/**/*.json': agentFileSchema };

/**
 * Takes what can run anything or destroys off the tools that each agent trusts, denies it what cannot be undone and files with credentials, and takes
 * destructive tools away from servers. Rules for the default agent count in the user's home only.
 * @see https://kiro.dev/docs/cli/custom-agents/configuration-reference (read 2026-11-21)
 */
export const harden: Harden = (request) => [
  ...[...request.texts.keys()]
    .filter((file) => isAgentFile.test(file))
    .flatMap((file) => hardenedJson(request, file, (text) => narrowAgentFile(text, request, keys))),
  ...[...request.texts.keys()]
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      hardenedFrontMatter(request, file, (front) => narrowAgentRules(front, request)),
    ),
  ...hardenedJson(request, '.kiro/settings/mcp.json', (text) =>
    withoutTools(withoutApprovals(text, request), 'mcpServers', 'disabledTools', request.tools),
  ),
  ...hardenedIgnoreFile(request, '.kiroignore'),
];
