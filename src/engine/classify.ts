import { createGlobIndex } from '../discover/glob-set.ts';
import type { Collector, FileMatch } from '../model/plugin.ts';
import { type FilePath, isHome } from '../model/source.ts';
import type { ContentWords } from './content-words.ts';

/** A collector wants a file, because of this match. */
export interface Claim {
  readonly collector: string;
  readonly match: FileMatch;
}

const NONE: readonly Claim[] = [];

/**
 * Finds who might want a file, by its path alone: claims in the order of the collectors and their matches. Matches with hints are settled by
 * {@link settleClaims} once the file is read. Files with the same claims get the same list, which tells what they have in common.
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

/**
 * Drops the claims whose hints do not occur in the file. An empty list of hints wants a keyword of the packs anywhere in it. At most one claim per
 * collector is left, its first that holds: nobody gets a file twice.
 */
export function settleClaims(claims: readonly Claim[], words: ContentWords): readonly Claim[] {
  const settled: Claim[] = [];
  for (const claim of claims) {
    if (settled.some((earlier) => earlier.collector === claim.collector)) continue;
    if (holds(claim.match, words)) settled.push(claim);
  }
  return settled;
}

/** True when no claim can be settled without a look at the bytes of the file. */
export function needsContent(claims: readonly Claim[]): boolean {
  return claims.every((claim) => claim.match.hints !== undefined);
}

function holds({ hints }: FileMatch, words: ContentWords): boolean {
  if (hints === undefined) return true;
  return hints.length === 0 ? words.hasKeyword() : hints.some(words.has);
}
