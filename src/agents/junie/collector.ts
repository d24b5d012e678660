import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** JetBrains Junie, its CLI, and AI Assistant: allowlist, MCP servers, ignore file and guidelines of each project folder. */
export const collector: Collector = {
  id: 'junie',
  emits: agentKinds,
  files: [
    { glob: '**/.junie/mcp/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.junie/allowlist.json', format: 'json' },
    { glob: '**/.junie/*.md', format: 'markdown' },
    { glob: '**/.junie/rules/**/*.md', format: 'markdown' },
    { glob: '**/.ai/mcp/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.aiignore', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.junie/allowlist.json', format: 'json' },
    { glob: '~/.junie/mcp/mcp.json', format: 'json' },
  ],
  group: (files) => groupByProject(files, ['.junie', '.ai'], standsAlone),
  load: () => import('./collect.ts'),
};

/** Other tools of the vendor honour `.aiignore` too, so it is no sign of an agent. */
function standsAlone(file: FilePath): boolean {
  return !/^(?:AGENTS\.md|\.aiignore)$/.test(baseName(file)) || file.includes('.junie/');
}
