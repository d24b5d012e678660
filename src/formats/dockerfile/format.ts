import type { Format } from '../../model/plugin.ts';

/** Dockerfiles and Containerfiles. */
export const format: Format = { id: 'dockerfile', load: () => import('./parse.ts') };
