import type { Collector } from '../../model/plugin.ts';
import { programKinds } from '../../recognize/shell/program-kinds.ts';

const makefiles = ['Makefile', 'makefile', 'GNUmakefile', '*.mk'];
const justfiles = ['justfile', 'Justfile', '.justfile', '*.just'];
const taskfiles = ['Taskfile.yml', 'Taskfile.yaml', 'Taskfile.dist.yml', 'taskfile.yml'];

/** Tasks of make, just, Task, Composer, Deno, Poe, taskipy, PDM and `package.json`: what they destroy and back up, and what they start. */
export const collector: Collector = {
  id: 'task-runners',
  emits: programKinds,
  files: [
    ...[...makefiles, ...justfiles].map(
      (name) => ({ glob: `**/${name}`, format: 'text' }) as const,
    ),
    ...taskfiles.map(
      (name) => ({ glob: `**/${name}`, format: 'yaml', hints: ['tasks:'] }) as const,
    ),
    ...['composer.json', 'package.json'].map(
      (name) => ({ glob: `**/${name}`, format: 'json', hints: ['"scripts"'] }) as const,
    ),
    ...['deno.json', 'deno.jsonc'].map(
      (name) => ({ glob: `**/${name}`, format: 'json', hints: ['"tasks"'] }) as const,
    ),
    {
      glob: '**/pyproject.toml',
      format: 'toml',
      hints: ['tool.poe.tasks', 'tool.taskipy.tasks', 'tool.pdm.scripts'],
    },
  ],
  load: () => import('./collect.ts'),
};
