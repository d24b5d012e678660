import type { Format } from '../../model/plugin.ts';

/** TOML files. */
export const format: Format = { id: 'toml', load: () => import('./parse.ts') };
