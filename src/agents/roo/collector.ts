import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupFiles } from './group.ts';

const hints = ['"roo-cline.', '"roo-code.', '"zoo-code.'];

/** Roo Code and its successor Zoo Code: command lists, MCP servers, imported settings, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'roo',
  emits: agentKinds,
  files: [
    { glob: '**/.vscode/settings.json', format: 'json', hints, evenIfIgnored: true },
    { glob: '**/*.code-workspace', format: 'json', hints },
    { glob: '**/.devcontainer/devcontainer.json', format: 'json', hints },
    { glob: '**/.devcontainer/*/devcontainer.json', format: 'json', hints },
    { glob: '**/.devcontainer.json', format: 'json', hints },
    { glob: '**/.roo/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.roo/**/*.md', format: 'markdown' },
    { glob: '**/.roomodes', format: 'yaml' },
    { glob: '**/.roorules*', format: 'text' },
    { glob: '**/.rooignore', format: 'text' },
    { glob: '**/roo-code-settings.json', format: 'json', hints: ['globalSettings'] },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/Code/User/settings.json', format: 'json', hints },
    { glob: '~/Library/Application Support/Code/User/settings.json', format: 'json', hints },
  ],
  group: groupFiles,
  load: () => import('./collect.ts'),
  hardening: {
    files: [
      '.vscode/settings.json',
      '.devcontainer/devcontainer.json',
      '.devcontainer.json',
      '.roo/mcp.json',
      '.rooignore',
    ],
    load: () => import('./harden.ts'),
  },
};
