import { createGlobIndex } from '../discover/glob-set.ts';
import type { Collector, FileMatch } from '../model/plugin.ts';
import { type FilePath, isHome } from '../model/source.ts';

/** A collector wants a file, because of this match. */
export interface Claim {
  readonly collector: string;
  readonly match: FileMatch;
}

const NONE: readonly Claim[] = [];

/**
 * Finds who might want a file, by its path alone: claims in the order of the collectors and their matches. Matches with hints are settled by
 * `settleClaims` once the file is read. Files with the same claims get the same list, which tells what they have in common.
 */
export function createClassifier(
  collectors: readonly Collector[],
): (file: FilePath) => readonly Claim[] {
  const claims = collectors.flatMap(({ id, files }) =>
    files.map((match): Claim => ({ collector: id, match })),
  );
  const index = createGlobIndex(claims.map((claim) => claim.match.glob));
  const lists = new Map<string, readonly Claim[]>();
  return (file) => {
    const positions = index(file);
    if (positions.length === 0) return NONE;
    const key = positions.join();
    const known = lists.get(key);
    if (known !== undefined) return known;
    const found = positions.flatMap((position) => claims[position] ?? []);
    lists.set(key, found);
    return found;
  };
}

/** Globs of the files that are read even when an ignore list hides them. */
export function globsEvenIfIgnored(collectors: readonly Collector[]): readonly string[] {
  const matches = collectors.flatMap((collector) => collector.files);
  return [...new Set(matches.filter((match) => match.evenIfIgnored).map((match) => match.glob))];
}

/** Globs of files in the user's home. */
export function homeGlobs(collectors: readonly Collector[]): readonly string[] {
  const matches = collectors.flatMap((collector) => collector.files);
  return [...new Set(matches.map((match) => match.glob).filter(isHome))];
}
