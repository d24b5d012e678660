import type { Collector } from '../model/plugin.ts';
import { createPrefilter } from './prefilter.ts';

/** What the bytes of a file say about who may want it. */
export interface ContentWords {
  /** A word of the packs occurs: a credential may stand here. */
  readonly hasKeyword: boolean;
  /** Whether a collector's hint occurs. */
  readonly has: (hint: string) => boolean;
}

/** Looks for the keywords of the packs and the hints of all collectors in one pass over a file, however many there are. */
export function createContentWords(
  keywords: readonly string[],
  collectors: readonly Collector[],
): (bytes: Uint8Array) => ContentWords {
  const hints = collectors.flatMap(({ files }) => files.flatMap((match) => match.hints ?? []));
  const distinct = [...new Set(hints)].sort();
  const positions = new Map(distinct.map((hint, i) => [hint, keywords.length + i]));
  const prefilter = createPrefilter([...keywords, ...distinct]);
  return (bytes) => {
    const found = prefilter(bytes, bytes.length);
    return {
      // Ascending: the keywords come first.
      hasKeyword: (found[0] ?? keywords.length) < keywords.length,
      has: (hint) => found.includes(positions.get(hint) ?? -1),
    };
  };
}
