import { baseName } from '../model/source.ts';
import { nameTokens } from './name-tokens.ts';

const templateWords = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'template',
  'templates',
  'tmpl',
  'tpl',
  'dist',
  'defaults',
  'skeleton',
  'stub',
  'placeholder',
]);

/** A file that shows which variables exist, such as `.env.example`: its values are never real. */
export function isTemplateFile(file: string): boolean {
  return nameTokens(baseName(file)).some((token) => templateWords.has(token));
}
