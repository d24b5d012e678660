import type { Collector } from '../../model/plugin.ts';

/** What the containers of an image destroy by starting: nobody types anything, and every deploy does it again. */
export const collector: Collector = {
  id: 'image-start',
  emits: [
    'Credential',
    'DataStore',
    'DestructiveCommand',
    'Environment',
    'FailureDomain',
    'Guard',
    'Relation',
    'Weakness',
  ],
  files: ['Dockerfile', 'Dockerfile.*', '*.dockerfile', 'Containerfile'].map(
    (name) => ({ glob: `**/${name}`, format: 'dockerfile', hints: ['CMD', 'ENTRYPOINT'] }) as const,
  ),
  load: () => import('./collect.ts'),
};
