import { createGlobIndex } from '../discover/glob-set.ts';
import type { Collector, FileMatch } from '../model/plugin.ts';
import { type FilePath, isHome } from '../model/source.ts';

/** A collector wants a file, because of this match. */
export interface Claim {
  readonly collector: string;
  readonly match: FileMatch;
}

/** Bytes at the start of a file in which hints are looked for. */
export const HINT_WINDOW = 64 * 1024;

const NONE: readonly Claim[] = [];

/**
 * Finds who might want a file, by its path alone: claims in the order of the collectors and their matches. Matches with hints are settled by
 * {@link settleClaims} once the file is read.
 */
export function createClassifier(
  collectors: readonly Collector[],
): (file: FilePath) => readonly Claim[] {
  const claims = collectors.flatMap(({ id, files }) =>
    files.map((match): Claim => ({ collector: id, match })),
  );
  const index = createGlobIndex(claims.map((claim) => claim.match.glob));
  return (file) => {
    const positions = index(file);
    if (positions.length === 0) return NONE;
    const found: Claim[] = [];
    for (const position of positions) {
      const claim = claims[position];
      if (claim !== undefined) found.push(claim);
    }
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
 * Drops the claims whose hints do not occur in the file's first 64 KiB. An empty list of hints wants a keyword of the global prefilter anywhere
 * in the file. At most one claim per collector is left, its first that holds: nobody gets a file twice.
 */
export function settleClaims(
  claims: readonly Claim[],
  bytes: Uint8Array,
  hasKeyword: boolean,
): readonly Claim[] {
  const window = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HINT_WINDOW));
  const settled: Claim[] = [];
  for (const claim of claims) {
    if (settled.some((earlier) => earlier.collector === claim.collector)) continue;
    if (holds(claim.match, window, hasKeyword)) settled.push(claim);
  }
  return settled;
}

/** True when no claim can be settled without a look at the bytes of the file. */
export function needsContent(claims: readonly Claim[]): boolean {
  return claims.every((claim) => claim.match.hints !== undefined);
}

function holds(match: FileMatch, window: Buffer, hasKeyword: boolean): boolean {
  if (match.hints === undefined) return true;
  if (match.hints.length === 0) return hasKeyword;
  return match.hints.some((hint) => window.includes(hint, 0, 'latin1'));
}
