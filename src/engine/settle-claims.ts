import type { FileMatch } from '../model/plugin.ts';
import type { Claim } from './classify.ts';
import type { ContentWords } from './content-words.ts';

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
