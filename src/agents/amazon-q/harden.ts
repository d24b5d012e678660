import type { Harden } from '../../model/hardening.ts';
import { agentFileSchema } from '../../recognize/agent/agent-file-schema.ts';
import { narrowAgentFile } from '../../recognize/edit/agent-file-harden.ts';
import { hardenedJson } from '../../recognize/edit/hardened-file.ts';

const keys = {
  shell: ['execute_bash', 'execute_cmd'],
  read: ['fs_read'],
  disablesTools: false,
} as const;

const isAgentFile = /^\.amazonq\/(?:cli-)?agents\/.*\.json$/;

export const schemas = {
  '.amazonq/cli-agents/**/*.json': agentFileSchema,
  '.amazonq/agents/**/*.json': agentFileSchema,
};

/**
 * Takes what can run anything or destroys off the tools that each agent trusts, and denies it what cannot be undone and files with credentials. Only
 * files that describe an agent are changed: without one, everything but reading asks.
 * @see https://github.com/aws/amazon-q-developer-cli/blob/main/docs/agent-format.md (read 2026-11-21)
 */
export const harden: Harden = (request) =>
  [...request.texts.keys()]
    .filter((file) => isAgentFile.test(file))
    .flatMap((file) => hardenedJson(request, file, (text) => narrowAgentFile(text, request, keys)));
