import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';

const makefiles = ['Makefile', 'makefile', 'GNUmakefile', '*.mk'];
const justfiles = ['justfile', 'Justfile', '.justfile', '*.just'];
const taskfiles = ['Taskfile.yml', 'Taskfile.yaml', 'Taskfile.dist.yml', 'taskfile.yml'];

/** Tasks of make, just, Task and Composer: what they destroy and back up by themselves, and through the scripts that they start. */
export const collector: Collector = {
  id: 'task-runners',
  emits: [
    'Backup',
    'Credential',
    'DataStore',
    'DestructiveCommand',
    'Environment',
    'FailureDomain',
    'Guard',
    'Weakness',
    'Relation',
  ],
  files: [
    ...[...makefiles, ...justfiles].map(
      (name) => ({ glob: `**/${name}`, format: 'text' }) as const,
    ),
    ...taskfiles.map(
      (name) => ({ glob: `**/${name}`, format: 'yaml', hints: ['tasks:'] }) as const,
    ),
    { glob: '**/composer.json', format: 'json', hints: ['"scripts"'] },
    ...['*.sh', '*.bash'].map((name) => ({ glob: `**/${name}`, format: 'shell' }) as const),
  ],
  group: wholeTree,
  load: () => import('./collect.ts'),
};

/** One unit for the tree: a task starts scripts of any folder. Scripts alone are somebody else's. */
function wholeTree(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return files.some((file) => !/\.(?:ba)?sh$/.test(baseName(file))) ? [files] : [];
}
