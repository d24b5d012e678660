import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupFiles } from './group.ts';

/** Words of which one stands in every settings file that speaks of an agent. */
const settingHints = ['"chat.', '"github.copilot.', '"customizations"'];

/** GitHub Copilot in VS Code, its CLI and its cloud agent: approvals, sandbox, hooks, MCP servers, setup steps and prose of each project folder. */
export const collector: Collector = {
  id: 'copilot',
  emits: agentKinds,
  files: [
    { glob: '**/.vscode/settings.json', format: 'json', hints: settingHints, evenIfIgnored: true },
    { glob: '**/*.code-workspace', format: 'json', hints: settingHints },
    { glob: '**/.devcontainer/devcontainer.json', format: 'json', hints: settingHints },
    { glob: '**/.devcontainer/*/devcontainer.json', format: 'json', hints: settingHints },
    { glob: '**/.devcontainer.json', format: 'json', hints: settingHints },
    { glob: '**/.vscode/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.github/copilot/settings.json', format: 'json' },
    { glob: '**/.github/copilot/settings.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.github/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.github/hooks/*.json', format: 'json' },
    { glob: '**/.github/hooks/**', format: 'text' },
    { glob: '**/.github/agents/*.agent.md', format: 'markdown' },
    { glob: '**/.github/workflows/copilot-setup-steps.yml', format: 'yaml' },
    { glob: '**/.github/workflows/copilot-setup-steps.yaml', format: 'yaml' },
    { glob: '**/.github/copilot-instructions.md', format: 'markdown' },
    { glob: '**/.github/instructions/**/*.instructions.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/Code/User/settings.json', format: 'json', hints: settingHints },
    {
      glob: '~/Library/Application Support/Code/User/settings.json',
      format: 'json',
      hints: settingHints,
    },
    { glob: '~/.config/Code/User/mcp.json', format: 'json' },
    { glob: '~/Library/Application Support/Code/User/mcp.json', format: 'json' },
    { glob: '~/.copilot/settings.json', format: 'json' },
    { glob: '~/.copilot/mcp-config.json', format: 'json' },
    { glob: '~/.copilot/hooks/*.json', format: 'json' },
  ],
  group: groupFiles,
  load: () => import('./collect.ts'),
  hardening: {
    products: ['copilot', 'copilot-cli'],
    files: [
      '.vscode/settings.json',
      '.vscode/mcp.json',
      '.github/copilot/settings.json',
      '.github/copilot/settings.local.json',
    ],
    load: () => import('./harden.ts'),
  },
};
