const commands = { type: 'array', items: { type: 'string' } } as const;

/**
 * What the extensions register for the settings that are written here, in our own words.
 * @see https://github.com/RooCodeInc/Roo-Code/blob/main/src/package.json (read 2026-11-21)
 * @see https://github.com/Zoo-Code-Org/Zoo-Code/blob/main/src/package.json (read 2026-11-21)
 */
export const settingsSchema = {
  type: 'object',
  properties: {
    'roo-cline.allowedCommands': commands,
    'roo-cline.deniedCommands': commands,
    'zoo-code.allowedCommands': commands,
    'zoo-code.deniedCommands': commands,
  },
} as const;
