import { baseName } from '../../model/source.ts';

/** What Compose, or the people who pass it with `-f`, take a file for. */
export type Role = 'base' | 'override' | 'variant';

/**
 * Files that Compose finds by itself, the one it prefers first.
 * @see https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file (read 2026-11-21)
 */
const bases = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The part a file plays in its folder, by its name. */
export function roleOf(file: string): Role {
  const name = baseName(file).toLowerCase();
  if (bases.includes(name)) return 'base';
  return /^(?:docker-)?compose\.override\.ya?ml$/.test(name) ? 'override' : 'variant';
}

/** How early Compose looks for a base file of this name. */
export function preferenceOf(file: string): number {
  return bases.indexOf(baseName(file).toLowerCase());
}

/** What tells a variant from the others of its folder: `prod` of `docker-compose.prod.yml`. */
export function labelOf(file: string): string {
  return baseName(file)
    .toLowerCase()
    .replace(/\.ya?ml$/, '')
    .replace(/(?:docker-)?compose/, '')
    .replace(/^[._-]+|[._-]+$/g, '');
}

/** A path seen from a folder; `null` where it leaves the tree or is not of this machine. */
export function pathFrom(folder: string, path: string): string | null {
  if (/^(?:[/~\\]|[a-z]+:)/i.test(path)) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
