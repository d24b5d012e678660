import type { Format } from '../../model/plugin.ts';

/** JavaScript and TypeScript modules. */
export const format: Format = { id: 'script', load: () => import('./parse.ts') };
