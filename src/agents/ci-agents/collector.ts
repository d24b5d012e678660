import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupWithSettings } from './group.ts';

/** One of these occurs in every file that starts an agent this collector knows. */
const programs = [
  ...['claude', 'codex', 'gemini', 'opencode', 'aider', 'cursor-agent', 'amp', 'qwen', 'copilot'],
  ...['goose', 'droid'],
];

/** Agents that pipelines run: actions made for them, and headless command lines in any step. */
export const collector: Collector = {
  id: 'ci-agents',
  emits: [...agentKinds, 'Principal'],
  files: [
    { glob: '.github/workflows/*.yml', format: 'yaml', hints: programs },
    { glob: '.github/workflows/*.yaml', format: 'yaml', hints: programs },
    { glob: '.gitlab-ci.yml', format: 'yaml', hints: programs },
    { glob: '.gitlab/**/*.yml', format: 'yaml', hints: programs },
    { glob: '.circleci/config.yml', format: 'yaml', hints: programs },
    { glob: 'azure-pipelines.yml', format: 'yaml', hints: programs },
    { glob: 'azure-pipelines.yaml', format: 'yaml', hints: programs },
    { glob: '.azure-pipelines/**/*.yml', format: 'yaml', hints: programs },
    { glob: 'bitbucket-pipelines.yml', format: 'yaml', hints: programs },
    { glob: '**/Jenkinsfile', format: 'text', hints: programs },
    // Settings of the repository that bind these agents in a pipeline too.
    { glob: '.claude/settings.json', format: 'json' },
    { glob: '.mcp.json', format: 'json' },
    { glob: '.cursor/cli.json', format: 'json' },
    { glob: '.gemini/settings.json', format: 'json' },
    { glob: '.qwen/settings.json', format: 'json' },
    { glob: 'opencode.json', format: 'json' },
    { glob: 'opencode.jsonc', format: 'json' },
  ],
  group: groupWithSettings,
  load: () => import('./collect.ts'),
};
