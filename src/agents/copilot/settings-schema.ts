const answers = {
  type: 'object',
  additionalProperties: {
    anyOf: [
      { type: 'boolean' },
      { type: 'null' },
      {
        type: 'object',
        required: ['approve'],
        properties: { approve: { type: 'boolean' }, matchCommandLine: { type: 'boolean' } },
      },
    ],
  },
} as const;
const flags = { type: 'object', additionalProperties: { type: 'boolean' } } as const;
const texts = { type: 'array', items: { type: 'string' } } as const;

/**
 * What VS Code registers for the settings that are written here, in our own words; no schema of all settings is published.
 * @see https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/terminalContrib/chatAgentTools/common/terminalChatAgentToolsConfiguration.ts (read 2026-11-21)
 * @see https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/chat/browser/chat.contribution.ts (read 2026-11-21)
 */
export const settingsSchema = {
  type: 'object',
  properties: {
    'chat.permissions.default': { enum: ['default', 'autoApprove', 'autopilot'] },
    'chat.tools.terminal.autoApprove': answers,
    'chat.tools.terminal.ignoreDefaultAutoApproveRules': { type: 'boolean' },
    'chat.tools.terminal.autoReplyToPrompts': { type: 'boolean' },
    'chat.tools.terminal.autoApproveWorkspaceNpmScripts': { type: 'boolean' },
    'chat.tools.edits.autoApprove': flags,
    'chat.tools.eligibleForAutoApproval': flags,
    'chat.agent.sandbox.enabled': { enum: ['off', 'on', 'allowNetwork', true, false] },
    'chat.agent.sandbox.allowUnsandboxedCommands': { type: 'boolean' },
    'chat.agent.sandbox.allowAutoApprove': { type: 'boolean' },
    'chat.agent.sandbox.network.allowNetwork': { type: 'boolean' },
    'chat.agent.sandbox.network.allowedDomains': texts,
    'chat.agent.sandbox.fileSystem.userConfiguredPaths': {
      type: 'object',
      properties: { readwritePaths: texts, readonlyPaths: texts, deniedPaths: texts },
    },
  },
} as const;
