const texts = {
  type: 'array',
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
} as const;
const rules = {
  type: 'array',
  uniqueItems: true,
  items: { type: 'string', pattern: '^(?:[A-Z][A-Za-z]*(?:\\(.+\\))?|mcp__.+)$' },
} as const;

/**
 * What the published schema of Claude Code's settings says about the keys that are written here, in our own words.
 * @see https://json.schemastore.org/claude-code-settings.json (read 2026-11-21)
 */
export const settingsSchema = {
  type: 'object',
  properties: {
    permissions: {
      type: 'object',
      properties: {
        allow: rules,
        ask: rules,
        deny: rules,
        defaultMode: { type: 'string' },
        disableBypassPermissionsMode: { enum: ['disable'] },
        additionalDirectories: texts,
      },
    },
    sandbox: {
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        allowUnsandboxedCommands: { type: 'boolean' },
        excludedCommands: texts,
        filesystem: { type: 'object', properties: { denyRead: texts } },
        network: { type: 'object', properties: { allowedDomains: texts } },
      },
    },
    cleanupPeriodDays: { type: 'integer', minimum: 1 },
  },
} as const;
