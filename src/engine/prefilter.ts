/** Finds which keywords occur in the first `length` bytes: their positions in the list, ascending. */
export interface Prefilter {
  (bytes: Uint8Array, length: number): readonly number[];
  /** One that finds more keywords as well, whose positions follow. Most of the work of compiling it is done. */
  readonly extended: (more: readonly string[]) => Prefilter;
}

const NONE: readonly number[] = [];

/** Printable bytes from the most to the least frequent in 200 MB of public repositories; what is not among them is rarer still. */
const byFrequency =
  ' etransoilcdup,m".h-Ag:f()=by/_;v0C{}w\'x\\E1SIkT2*>BDROP3N54`M[]LF68U79j|$<GqQ?zHVK#W&@Y!J+ZX%^~';

/** Keywords this short may lie between two pairs, and are searched one by one. */
const shortest = 3;

/** A keyword behind one of its pieces. */
interface Candidate {
  readonly position: number;
  readonly word: Uint8Array;
  /** Bytes of the keyword before the piece. */
  readonly before: number;
  /** Its rarest byte outside of the piece, and how far that is from the piece. */
  readonly hint: { readonly byte: number; readonly at: number };
}

/** Keywords under their pieces, to which more can be added. */
interface Draft {
  readonly count: number;
  readonly pairs: Table;
  readonly quads: Table;
  /** By the numbers in the tables; that of number 0 stays empty. */
  readonly buckets: readonly (readonly Candidate[])[];
  readonly short: readonly { readonly position: number; readonly word: Buffer }[];
}

const EMPTY: Draft = {
  count: 0,
  pairs: new Uint16Array(65_536),
  quads: new Uint16Array(65_536),
  buckets: [[]],
  short: [],
};

/** For each number of a piece: 0 where it stands for no keyword, else the number of its bucket. */
type Table = Uint16Array;

interface Tables {
  /** By two bytes. */
  readonly pairs: Table;
  /** By {@link mix} of two pairs that follow each other. */
  readonly quads: Table;
  /** The candidates of all buckets, and where those of each bucket begin; there is none of number 0. */
  readonly candidates: readonly Candidate[];
  readonly begins: Uint32Array;
  /** Of each candidate, its rarest byte outside of the piece, and how far that is from the piece: asked for before all others. */
  readonly hints: Uint8Array;
  readonly hintsAt: Int16Array;
  readonly short: readonly { readonly position: number; readonly word: Buffer }[];
}

/**
 * Compiles keywords so that a pass over the bytes takes two at a time, and costs the same for ten keywords as for a thousand. Wherever a keyword of
 * five bytes or more stands, four of its bytes start at an even offset: of those that can, the rarest are chosen for either case and stand for the
 * keyword; shorter ones make do with two. Keywords are compared byte by byte as UTF-8, in exact case and without regard to word boundaries; empty ones
 * never occur.
 */
export function createPrefilter(keywords: readonly string[]): Prefilter {
  return prefilterOf(withKeywords(EMPTY, keywords));
}

function prefilterOf(draft: Draft): Prefilter {
  const tables = compile(draft);
  const found = new Uint8Array(draft.count);
  let view: Uint16Array = new Uint16Array();
  const find = (bytes: Uint8Array, length: number): readonly number[] => {
    const text = aligned(bytes.subarray(0, length));
    // Readers use one buffer for all files, and making a view costs as much as searching a small one.
    if (view.buffer !== text.buffer)
      view = new Uint16Array(text.buffer, 0, text.buffer.byteLength >> 1);
    const hits = scan(tables, text, view, found);
    for (const { position, word } of tables.short) if (text.includes(word)) hits.push(position);
    if (hits.length === 0) return NONE;
    for (const position of hits) found[position] = 0;
    return hits.sort((a, b) => a - b);
  };
  return Object.assign(find, {
    extended: (more: readonly string[]) => prefilterOf(withKeywords(draft, more)),
  });
}

/** The same bytes where they can be read in pairs. */
function aligned(bytes: Uint8Array): Buffer {
  return bytes.byteOffset % 2 === 0
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    : Buffer.from(new Uint8Array(bytes).buffer);
}

/** Positions of the keywords that occur, each once; marks them in `found`. */
function scan(tables: Tables, bytes: Buffer, view: Uint16Array, found: Uint8Array): number[] {
  const { pairs, quads } = tables; // locals: captured tables cost the loop half its speed
  const start = bytes.byteOffset >> 1;
  const end = start + (bytes.length >> 1);
  const hits: number[] = [];
  let last = 0;
  for (let i = start; i < end; i++) {
    const pair = view[i] ?? 0;
    const one = pairs[pair] ?? 0;
    const two = quads[mix(last, pair)] ?? 0;
    last = pair;
    if ((one | two) === 0) continue;
    if (one !== 0) compare(tables, one, bytes, 2 * (i - start), found, hits);
    if (two !== 0) compare(tables, two, bytes, 2 * (i - start) - 2, found, hits);
  }
  return hits;
}

/** Looks for the keywords of a bucket around a piece. */
function compare(
  { begins, hints, hintsAt, candidates }: Tables,
  bucket: number,
  bytes: Buffer,
  piece: number,
  found: Uint8Array,
  hits: number[],
): void {
  const end = begins[bucket + 1] ?? 0;
  for (let c = begins[bucket] ?? 0; c < end; c++) {
    if (bytes[piece + (hintsAt[c] ?? 0)] !== hints[c]) continue;
    const { position, word, before } = candidates[c] ?? nobody;
    if (found[position] === 1 || !standsAt(bytes, piece - before, word)) continue;
    found[position] = 1;
    hits.push(position);
  }
}

const nobody: Candidate = {
  position: 0,
  word: new Uint8Array(),
  before: 0,
  hint: { byte: 0, at: 0 },
};

function standsAt(bytes: Buffer, start: number, word: Uint8Array): boolean {
  if (start < 0 || start + word.length > bytes.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word[i]) return false;
  return true;
}

function compile({ pairs, quads, buckets, short }: Draft): Tables {
  const candidates = buckets.flat();
  const begins = new Uint32Array(buckets.length + 1);
  for (const [number, bucket] of buckets.entries()) {
    begins[number + 1] = (begins[number] ?? 0) + bucket.length;
  }
  return {
    pairs,
    quads,
    candidates,
    begins,
    hints: Uint8Array.from(candidates, ({ hint }) => hint.byte),
    hintsAt: Int16Array.from(candidates, ({ hint }) => hint.at),
    short,
  };
}

function withKeywords(draft: Draft, keywords: readonly string[]): Draft {
  const tables = { pairs: draft.pairs.slice(), quads: draft.quads.slice() };
  const buckets = draft.buckets.map((bucket) => [...bucket]);
  const short = [...draft.short];
  const encoder = new TextEncoder();
  for (const [index, keyword] of keywords.entries()) {
    const position = draft.count + index;
    const word = encoder.encode(keyword);
    if (word.length === 0) continue;
    if (word.length < shortest) {
      short.push({ position, word: Buffer.from(word) });
      continue;
    }
    for (const first of [0, 1]) {
      const { table, key, before } = cheapestPiece(word, first, tables, buckets);
      if (table[key] === 0) table[key] = buckets.push([]) - 1;
      const hint = hintOf(word, before, table === tables.quads ? 4 : 2);
      buckets[table[key] ?? 0]?.push({ position, word, before, hint });
    }
  }
  return { count: draft.count + keywords.length, ...tables, buckets, short };
}

/** The piece whose appearance costs least, of those that start at every second byte from the `first` on: rare, and shared by few keywords. */
function cheapestPiece(
  word: Uint8Array,
  first: number,
  { pairs, quads }: Pick<Tables, 'pairs' | 'quads'>,
  buckets: readonly (readonly Candidate[])[],
) {
  const at = (offset: number): number => pairOf(word[offset] ?? 0, word[offset + 1] ?? 0);
  let best = { table: pairs, key: at(first), before: first, rarity: 0 };
  for (let before = first; before + 4 <= word.length; before += 2) {
    const key = mix(at(before), at(before + 2));
    const sharing = 1 + (buckets[quads[key] ?? 0]?.length ?? 0);
    let rarity = 1 / sharing;
    for (let i = before; i < before + 4; i++) rarity *= rankOf(word[i] ?? 0);
    if (rarity > best.rarity) best = { table: quads, key, before, rarity };
  }
  return best;
}

function hintOf(word: Uint8Array, before: number, size: 2 | 4): Candidate['hint'] {
  let best = { byte: word[0] ?? 0, at: -before, rank: 0 };
  for (const [offset, byte] of word.entries()) {
    const isInPiece = offset >= before && offset < before + size;
    if (!isInPiece && rankOf(byte) > best.rank) {
      best = { byte, at: offset - before, rank: rankOf(byte) };
    }
  }
  return best;
}

/** One number of sixteen bits for two pairs. */
function mix(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ second) & 0xffff;
}

const pairBytes = new Uint8Array(2);
const pairNumber = new Uint16Array(pairBytes.buffer);

/** The number that this machine reads these two bytes as. */
function pairOf(first: number, second: number): number {
  pairBytes[0] = first;
  pairBytes[1] = second;
  return pairNumber[0] ?? 0;
}

/** By byte, 1 for the most frequent. */
const ranks = new Uint8Array(256).fill(byFrequency.length + 1);
for (const [rank, letter] of [...byFrequency].entries()) ranks[letter.charCodeAt(0)] = rank + 1;

function rankOf(byte: number): number {
  return ranks[byte] ?? 0;
}
