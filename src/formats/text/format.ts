import type { Format } from '../../model/plugin.ts';

/** Any other text file. */
export const format: Format = { id: 'text', load: () => import('./parse.ts') };
