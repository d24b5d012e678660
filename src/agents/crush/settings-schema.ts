const texts = { type: 'array', items: { type: 'string' } } as const;

/**
 * What the published schema of Crush's settings says about the keys that are written here, in our own words.
 * @see https://charm.land/crush.json (read 2026-11-21)
 */
export const settingsSchema = {
  type: 'object',
  properties: {
    permissions: { type: 'object', properties: { allowed_tools: texts } },
    mcp: {
      type: 'object',
      additionalProperties: { type: 'object', properties: { disabled_tools: texts } },
    },
  },
} as const;
