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
