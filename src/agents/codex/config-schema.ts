const texts = { type: 'array', items: { type: 'string' } } as const;

/**
 * What the published schema of Codex's configuration says about the keys that are written here, in our own words.
 * @see https://github.com/openai/codex/blob/main/codex-rs/core/config.schema.json (read 2026-11-21)
 */
export const configSchema = {
  type: 'object',
  properties: {
    approval_policy: {
      anyOf: [{ enum: ['untrusted', 'on-failure', 'on-request', 'never'] }, { type: 'object' }],
    },
    approvals_reviewer: { type: 'string' },
    sandbox_mode: { enum: ['read-only', 'workspace-write', 'danger-full-access'] },
    sandbox_workspace_write: {
      properties: { network_access: { type: 'boolean' } },
    },
    default_permissions: { type: 'string' },
    shell_environment_policy: { properties: { inherit: { type: 'string' } } },
    history: { properties: { persistence: { type: 'string' } } },
    mcp_servers: { additionalProperties: { properties: { disabled_tools: texts } } },
  },
} as const;
