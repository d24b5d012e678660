import type { Format } from '../../model/plugin.ts';

/** Markdown, with or without front matter: instructions and rules for agents. */
export const format: Format = { id: 'markdown', load: () => import('./parse.ts') };
