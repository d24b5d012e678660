import type { Format } from '../../model/plugin.ts';

/** Shell scripts: sh, bash and what is close to them. */
export const format: Format = { id: 'shell', load: () => import('./parse.ts') };
