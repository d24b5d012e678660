import type { Claim } from './classify.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';

/** What the bytes of a file say about who may want it. */
export interface ContentWords {
  /** Whether a word of the packs occurs: a credential may stand here. */
  readonly hasKeyword: () => boolean;
  /** Whether a collector's hint occurs. */
  readonly has: (hint: string) => boolean;
}

/** Files with the same hints that are searched hint by hint, before compiling a prefilter for them pays. */
const FEW_FILES = 12;

/** What the files have in common that the same matches want. */
interface FileKind {
  readonly hints: readonly string[];
  seen: number;
  /** Keywords and hints in one pass. */
  prefilter: Prefilter | null;
}

/**
 * Looks for the keywords of the packs, and for the hints of those collectors that want the file. Half of the hints are common words (`deploy`,
 * `kind: Job`): searching them where nobody asks costs more than all keywords.
 */
export function createContentWords(
  keywords: readonly string[],
): (bytes: Uint8Array, claims: readonly Claim[]) => ContentWords {
  const keywordFilter = createPrefilter(keywords);
  /** Files of one kind share the list of their claims. */
  const kinds = new WeakMap<readonly Claim[], FileKind>();

  function kindOf(claims: readonly Claim[]): FileKind {
    const known = kinds.get(claims);
    if (known !== undefined) return known;
    const hints = [...new Set(claims.flatMap(({ match }) => match.hints ?? []))];
    const kind: FileKind = { hints, seen: 0, prefilter: null };
    kinds.set(claims, kind);
    return kind;
  }

  return (bytes, claims) => {
    const kind = kindOf(claims);
    kind.seen += 1;
    if (kind.seen <= FEW_FILES || kind.hints.length === 0) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      return {
        hasKeyword: () => keywordFilter(bytes, bytes.length).length > 0,
        has: (hint) => text.includes(hint),
      };
    }
    kind.prefilter ??= keywordFilter.extended(kind.hints);
    const found = kind.prefilter(bytes, bytes.length);
    return {
      // Ascending: the keywords come first.
      hasKeyword: () => (found[0] ?? keywords.length) < keywords.length,
      has: (hint) => {
        const position = kind.hints.indexOf(hint);
        return position >= 0 && found.includes(keywords.length + position);
      },
    };
  };
}
