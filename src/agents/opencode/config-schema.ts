const action = { enum: ['ask', 'allow', 'deny'] } as const;
const actions = {
  anyOf: [action, { type: 'object', additionalProperties: action }],
} as const;
const permission = {
  anyOf: [action, { type: 'object', additionalProperties: actions }],
} as const;
const agents = {
  type: 'object',
  additionalProperties: { type: 'object', properties: { permission } },
} as const;

/**
 * What the published schema of OpenCode's settings says about the keys that are written here, in our own words.
 * @see https://opencode.ai/config.json (read 2026-11-21)
 */
export const configSchema = {
  type: 'object',
  properties: { permission, agent: agents, mode: agents },
} as const;
