import type { Collector } from '../../model/plugin.ts';
import { programKinds } from '../../recognize/shell/program-kinds.ts';

/** Hooks of git, as husky, lefthook and pre-commit keep them: what every commit, push or checkout runs, whoever asks for it. */
export const collector: Collector = {
  id: 'git-hooks',
  emits: programKinds,
  files: [
    ...['.husky', '.githooks'].map(
      (folder) => ({ glob: `**/${folder}/*`, format: 'shell' }) as const,
    ),
    ...['lefthook', '.lefthook'].flatMap((name) =>
      ['yml', 'yaml'].map((end) => ({ glob: `**/${name}.${end}`, format: 'yaml' }) as const),
    ),
    { glob: '**/.pre-commit-config.yaml', format: 'yaml', hints: ['local'] },
  ],
  load: () => import('./collect.ts'),
};
