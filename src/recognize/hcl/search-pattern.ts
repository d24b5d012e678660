import { type HclValue, listOf, mapOf } from './hcl-value.ts';

const MAX_PATTERN = 200;
const MAX_SUBJECT = 2_000;

/**
 * A regular expression of the scanned tree, compiled for search; `null` for one that is not understood, or that could take long on this text:
 * only patterns whose repetitions stand side by side with no repetition, alternative or reference inside of them.
 */
export function searchPattern(source: string, subject: string): RegExp | null {
  if (source.length > MAX_PATTERN || subject.length > MAX_SUBJECT) return null;
  if (!isHarmless(source)) return null;
  try {
    return new RegExp(source.replace(/\(\?P</g, '(?<'), 'gu');
  } catch {
    // RE2 has forms that JavaScript has not.
    return null;
  }
}

/** No group is repeated, and at most four repetitions without an upper bound follow one another. */
function isHarmless(source: string): boolean {
  const bare = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)[*+{]|\(\?(?!P?<|:)|\(\?<[=!]/.test(bare)) return false;
  return (bare.match(/[*+]|\{\d*,\d*\}/g) ?? []).length <= 4;
}

/** What a match gives: its text, its groups, or its named groups. */
export function namedGroups(match: RegExpExecArray | RegExpMatchArray): HclValue {
  if (match.groups !== undefined) {
    return mapOf(new Map(Object.entries(match.groups).map(([name, text]) => [name, text ?? null])));
  }
  return match.length > 1 ? listOf(match.slice(1).map((group) => group ?? null)) : (match[0] ?? '');
}
