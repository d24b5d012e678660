const texts = { items: { type: 'string' } } as const;

/**
 * What the published schema of Qwen Code's settings says about the keys that are written here, in our own words.
 * @see https://github.com/QwenLM/qwen-code/blob/main/packages/vscode-ide-companion/schemas/settings.schema.json (read 2026-11-21)
 */
export const settingsSchema = {
  type: 'object',
  properties: {
    permissions: {
      properties: { allow: texts, ask: texts, deny: texts },
    },
    tools: {
      properties: {
        approvalMode: { enum: ['plan', 'default', 'auto-edit', 'auto', 'yolo'] },
        allowed: texts,
      },
    },
    general: { properties: { chatRecording: { type: 'boolean' } } },
  },
} as const;
