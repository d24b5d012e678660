import type { Format } from '../../model/plugin.ts';

/** Files of NAME=value lines: \`.env\` and its many namesakes. */
export const format: Format = { id: 'dotenv', load: () => import('./parse.ts') };
