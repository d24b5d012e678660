const texts = { type: 'array', items: { type: 'string' } } as const;
const distinct = { ...texts, uniqueItems: true } as const;

/**
 * What the published schema of agent files says about the keys that are written here, in our own words.
 * @see https://github.com/aws/amazon-q-developer-cli/blob/main/schemas/agent-v1.json (read 2026-11-21)
 */
export const agentFileSchema = {
  type: 'object',
  properties: {
    allowedTools: distinct,
    toolsSettings: { type: 'object', additionalProperties: { type: 'object' } },
    mcpServers: { type: 'object', additionalProperties: { type: 'object' } },
  },
} as const;
