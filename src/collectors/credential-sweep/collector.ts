import type { Collector } from '../../model/plugin.ts';

/**
 * Looks for catalogued credentials in any text file. The engine hands over only files in which its byte prefilter found a keyword of the provider
 * packs. Places that structured collectors see as well merge with theirs, because the keys are equal.
 */
export const collector: Collector = {
  id: 'credential-sweep',
  emits: ['Credential'],
  files: [{ glob: '**/*', format: 'text', hints: [] }],
  load: () => import('./collect.ts'),
};
