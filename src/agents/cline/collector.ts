import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupFiles } from './group.ts';

const hints = ['CLINE_COMMAND_PERMISSIONS'];
const storage = 'User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json';

/** Cline and its CLI: prose, hooks, command permissions and files without effect of each project folder; the user's approvals and MCP servers. */
export const collector: Collector = {
  id: 'cline',
  emits: agentKinds,
  files: [
    { glob: '**/.cline/command-permissions.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.clinerules/hooks/**', format: 'text' },
    { glob: '**/.cline/hooks/**', format: 'text' },
    { glob: '**/.clinerules', format: 'text' },
    { glob: '**/.clinerules/**/*.md', format: 'markdown' },
    { glob: '**/.cline/rules/**/*.md', format: 'markdown' },
    { glob: '**/.clineignore', format: 'text', evenIfIgnored: true },
    { glob: '**/.envrc', format: 'text', hints, evenIfIgnored: true },
    { glob: '**/.env', format: 'text', hints, evenIfIgnored: true },
    { glob: '**/.devcontainer/devcontainer.json', format: 'json', hints },
    { glob: '**/.devcontainer.json', format: 'json', hints },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.cline/data/settings/global-settings.json', format: 'json' },
    { glob: '~/.cline/data/settings/cline_mcp_settings.json', format: 'json' },
    { glob: `~/.config/Code/${storage}`, format: 'json' },
    { glob: `~/Library/Application Support/Code/${storage}`, format: 'json' },
  ],
  group: groupFiles,
  load: () => import('./collect.ts'),
};
