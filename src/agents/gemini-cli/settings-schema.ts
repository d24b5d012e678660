const texts = { items: { type: 'string' } } as const;

/**
 * What the published schema of Gemini CLI's settings says about the keys that are written here, in our own words.
 * @see https://raw.githubusercontent.com/google-gemini/gemini-cli/main/schemas/settings.schema.json (read 2026-11-21)
 */
export const settingsSchema = {
  type: 'object',
  properties: {
    tools: {
      properties: {
        sandbox: { type: ['boolean', 'string', 'object'] },
        sandboxNetworkAccess: { type: 'boolean' },
        allowed: texts,
        core: texts,
        confirmationRequired: texts,
      },
    },
    security: {
      properties: {
        disableYoloMode: { type: 'boolean' },
        autoAddToPolicyByDefault: { type: 'boolean' },
        environmentVariableRedaction: { properties: { enabled: { type: 'boolean' } } },
      },
    },
    mcpServers: {
      additionalProperties: { properties: { trust: { type: 'boolean' }, excludeTools: texts } },
    },
  },
} as const;
