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
  'skeleton',
  'stub',
  'placeholder',
]);

const program = /\.(?:[cm]?[jt]sx?|py|rb|go|php|java|kts?|cs|rs|exs?|scala|swift)$/;

/** A template that people copy to an env file, and into which a working value slips as easily: `.env.example`. */
export function isEnvTemplate(file: string): boolean {
  const words = nameTokens(baseName(file));
  return isTemplateFile(file) && (words.includes('env') || words.includes('envrc'));
}

/**
 * A file that shows which variables exist, such as `.env.example`: its values are not meant to be real. Those of `.env.defaults` are not either, while a program
 * called `defaults.py` holds what the application runs with.
 */
export function isTemplateFile(file: string): boolean {
  const name = baseName(file);
  return nameTokens(name).some(
    (token) => templateWords.has(token) || (token === 'defaults' && !program.test(name)),
  );
}
