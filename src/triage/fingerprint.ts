import { createHash } from 'node:crypto';
import type { Entity } from '../model/fact.ts';
import type { Path } from '../model/graph.ts';

/**
 * Names a risk by what it is about: 32 hex digits over the check, its subjects and the entities of its path. Lines,
 * wording, severity and the path separator of the machine have no part in it.
 */
export function fingerprintOf(
  check: string,
  subjects: readonly Entity[],
  path: Path | undefined,
): string {
  const subjectKeys = [...new Set(subjects.map((subject) => portable(subject.key)))].sort();
  const pathKeys = path === undefined ? [] : keysOf(path).map(portable);
  const identity = JSON.stringify([check, subjectKeys, pathKeys]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

function keysOf(path: Path): readonly string[] {
  return [path.actor.key, ...path.hops.map((hop) => hop.to.key), path.store.key];
}

function portable(key: string): string {
  return key.replaceAll('\\', '/');
}
