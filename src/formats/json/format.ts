import type { Format } from '../../model/plugin.ts';

/** JSON files, with or without comments, and files of one JSON value per line. */
export const format: Format = { id: 'json', load: () => import('./parse.ts') };
