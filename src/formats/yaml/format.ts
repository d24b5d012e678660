import type { Format } from '../../model/plugin.ts';

/** YAML files, templates of YAML included. */
export const format: Format = {
  id: 'yaml',
  load: () => import('./parse-well-formed.ts'),
  recover: () => import('./parse.ts'),
};
