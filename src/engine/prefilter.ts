/** Finds which keywords occur in the first `length` bytes: their positions in the list, ascending. */
export type Prefilter = (bytes: Uint8Array, length: number) => readonly number[];

const NONE: readonly number[] = [];

/**
 * The automaton knows this many bytes of each keyword; the rest is compared where those were found. Names of one vendor start alike, so the tables
 * stay a tenth of what whole keywords would need, and building them costs a scan nothing.
 */
const stemLength = 5;

/** A trie in flat tables: one row of `classes` cells per state, 0 for "no such child" until the links are filled in. */
interface Automaton {
  /** Column of each byte; all bytes that no keyword holds share column 0. */
  readonly classOf: Uint8Array;
  readonly classes: number;
  /**
   * Next state as the offset of its row. Negated and less one when a stem ends there, so that the loop tests a sign instead of looking up a
   * second table.
   */
  readonly next: Int32Array;
  /** Stems that end in a state, by its number. */
  readonly ending: readonly (readonly number[])[];
}

/** Keywords that start with the same bytes. */
interface Stem {
  readonly bytes: Uint8Array;
  readonly keywords: readonly { readonly position: number; readonly rest: Uint8Array }[];
}

/**
 * Compiles keywords into one Aho-Corasick automaton: a pass over the bytes costs the same for ten keywords as for a thousand. Keywords are compared
 * byte by byte as UTF-8, in exact case and without regard to word boundaries; empty ones never occur.
 */
export function createPrefilter(keywords: readonly string[]): Prefilter {
  const stems = stemsOf(keywords);
  const automaton = compile(stems.map((stem) => stem.bytes));
  const found = new Uint8Array(keywords.length);
  return (bytes, length) => {
    const hits = scan(automaton, stems, bytes, Math.min(length, bytes.length), found);
    if (hits.length === 0) return NONE;
    for (const position of hits) found[position] = 0;
    return hits.sort((a, b) => a - b);
  };
}

function stemsOf(keywords: readonly string[]): readonly Stem[] {
  const encoder = new TextEncoder();
  const stems = new Map<string, { bytes: Uint8Array; keywords: Stem['keywords'][number][] }>();
  for (const [position, keyword] of keywords.entries()) {
    const word = encoder.encode(keyword);
    if (word.length === 0) continue;
    const bytes = word.subarray(0, stemLength);
    const key = String.fromCharCode(...bytes);
    const stem = stems.get(key) ?? { bytes, keywords: [] };
    stem.keywords.push({ position, rest: word.subarray(stemLength) });
    stems.set(key, stem);
  }
  return [...stems.values()];
}

/** Positions of the keywords that occur, each once; marks them in `found`. */
function scan(
  automaton: Automaton,
  stems: readonly Stem[],
  bytes: Uint8Array,
  end: number,
  found: Uint8Array,
): number[] {
  const { next, classOf, classes, ending } = automaton; // locals: captured tables cost the loop half its speed
  const hits: number[] = [];
  let state = 0;
  for (let i = 0; i < end; i++) {
    state = next[state + (classOf[bytes[i] ?? 0] ?? 0)] ?? 0;
    if (state >= 0) continue;
    state = ~state;
    for (const stem of ending[state / classes] ?? NONE) {
      for (const { position, rest } of stems[stem]?.keywords ?? []) {
        if (found[position] === 1 || !goesOn(bytes, i + 1, end, rest)) continue;
        found[position] = 1;
        hits.push(position);
      }
    }
  }
  return hits;
}

function goesOn(bytes: Uint8Array, from: number, end: number, rest: Uint8Array): boolean {
  if (from + rest.length > end) return false;
  for (let i = 0; i < rest.length; i++) if (bytes[from + i] !== rest[i]) return false;
  return true;
}

/** A state while the automaton is built. */
interface Draft {
  readonly children: Map<number, number>;
  readonly ending: number[];
  /** State of the longest proper suffix that is one too. */
  suffix: number;
}

function compile(words: readonly Uint8Array[]): Automaton {
  const { classOf, classes } = classify(words);
  const states = trieOf(words, classOf);
  const next = new Int32Array(states.length * classes);
  const encode = (state: number): number =>
    (states[state]?.ending.length ?? 0) > 0 ? ~(state * classes) : state * classes;
  const queue = [0];
  for (const state of queue) {
    const draft = states[state];
    if (draft === undefined) continue;
    const row = state * classes;
    // What a state has no child for, its suffix decides: the row of that one, which is done already, is the start of this one.
    if (state !== 0) {
      const from = draft.suffix * classes;
      next.copyWithin(row, from, from + classes);
    }
    for (const [column, child] of draft.children) {
      const inherited = next[row + column] ?? 0;
      const fallback = state === 0 ? 0 : (inherited < 0 ? ~inherited : inherited) / classes;
      const childDraft = states[child];
      if (childDraft === undefined) continue;
      childDraft.suffix = fallback;
      childDraft.ending.push(...(states[fallback]?.ending ?? []));
      next[row + column] = encode(child);
      queue.push(child);
    }
  }
  return { classOf, classes, next, ending: states.map((draft) => draft.ending) };
}

function trieOf(words: readonly Uint8Array[], classOf: Uint8Array): Draft[] {
  const states: Draft[] = [{ children: new Map(), ending: [], suffix: 0 }];
  for (const [position, word] of words.entries()) {
    let draft = states[0];
    for (const byte of word) {
      const column = classOf[byte] ?? 0;
      let child = draft?.children.get(column);
      if (child === undefined) {
        child = states.push({ children: new Map(), ending: [], suffix: 0 }) - 1;
        draft?.children.set(column, child);
      }
      draft = states[child];
    }
    draft?.ending.push(position);
  }
  return states;
}

function classify(words: readonly Uint8Array[]): Pick<Automaton, 'classOf' | 'classes'> {
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const word of words) {
    for (const byte of word) {
      if (classOf[byte] === 0) classOf[byte] = classes++;
    }
  }
  return { classOf, classes };
}
