import type { Collector } from '../../model/plugin.ts';

/** Tasks of `package.json` that destroy. */
export const collector: Collector = {
  id: 'package-json',
  emits: ['DestructiveCommand', 'Relation'],
  files: [{ glob: '**/package.json', format: 'json', hints: ['"scripts"'] }],
  load: () => import('./collect.ts'),
};
