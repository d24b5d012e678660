/** Finds which keywords occur in the first `length` bytes: their positions in the list, ascending. */
export type Prefilter = (bytes: Uint8Array, length: number) => readonly number[];

const NONE: readonly number[] = [];

/** A trie in flat tables: one row of `classes` cells per state, 0 for "no such child" until the links are filled in. */
interface Automaton {
  /** Column of each byte; all bytes that no keyword holds share column 0. */
  readonly classOf: Uint8Array;
  readonly classes: number;
  /**
   * Next state as the offset of its row. Negated and less one when a keyword ends there, so that the loop tests a sign instead of
   * looking up a second table.
   */
  readonly next: Int32Array;
  /** Keywords that end in a state, by its number. */
  readonly ending: readonly (readonly number[])[];
}

/**
 * Compiles keywords into one Aho-Corasick automaton: a pass over the bytes costs the same for ten keywords as for a thousand. Keywords are compared
 * byte by byte as UTF-8, in exact case and without regard to word boundaries; empty ones never occur.
 */
export function createPrefilter(keywords: readonly string[]): Prefilter {
  const automaton = compile(keywords);
  const found = new Uint8Array(keywords.length);
  const visited = new Uint8Array(automaton.ending.length);
  return (bytes, length) => {
    const hits = scan(automaton, bytes, Math.min(length, bytes.length), visited);
    return hits.length === 0 ? NONE : gather(hits, automaton.ending, found, visited);
  };
}

/** Numbers of the states in which keywords end, each once; marks them in `visited`. */
function scan(
  automaton: Automaton,
  bytes: Uint8Array,
  end: number,
  visited: Uint8Array,
): readonly number[] {
  const { next, classOf, classes } = automaton; // locals: captured tables cost the loop half its speed
  const hits: number[] = [];
  let state = 0;
  for (let i = 0; i < end; i++) {
    state = next[state + (classOf[bytes[i] ?? 0] ?? 0)] ?? 0;
    if (state >= 0) continue;
    state = ~state;
    const number = state / classes;
    if (visited[number] === 1) continue;
    visited[number] = 1;
    hits.push(number);
  }
  return hits;
}

/** Keywords of the states that were hit; leaves the scratch tables clean. */
function gather(
  hits: readonly number[],
  ending: readonly (readonly number[])[],
  found: Uint8Array,
  visited: Uint8Array,
): readonly number[] {
  const result: number[] = [];
  for (const number of hits) {
    visited[number] = 0;
    for (const keyword of ending[number] ?? []) {
      if (found[keyword] === 1) continue;
      found[keyword] = 1;
      result.push(keyword);
    }
  }
  for (const keyword of result) found[keyword] = 0;
  return result.sort((a, b) => a - b);
}

function compile(keywords: readonly string[]): Automaton {
  const encoder = new TextEncoder();
  const words = keywords.map((keyword) => encoder.encode(keyword));
  const { classOf, classes } = classify(words);
  let states = 1;
  for (const word of words) states += word.length;
  const next = new Int32Array(states * classes);
  const ending: number[][] = [[]];
  for (const [position, word] of words.entries()) {
    if (word.length === 0) continue;
    let state = 0;
    for (const byte of word) {
      const cell = state * classes + (classOf[byte] ?? 0);
      let child = next[cell] ?? 0;
      if (child === 0) {
        child = ending.push([]) - 1;
        next[cell] = child;
      }
      state = child;
    }
    ending[state]?.push(position);
  }
  link(next, classes, ending);
  return { classOf, classes, next: next.slice(0, ending.length * classes), ending };
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

/**
 * Breadth first: fills every empty cell from the state of the longest proper suffix, and lets each state inherit the keywords that end there. Then turns
 * state numbers into row offsets.
 */
function link(next: Int32Array, classes: number, ending: number[][]): void {
  const suffix = new Int32Array(ending.length);
  const queue = [0];
  for (const state of queue) {
    const row = state * classes;
    const fallback = (suffix[state] ?? 0) * classes;
    for (let column = 0; column < classes; column++) {
      const child = next[row + column] ?? 0;
      const inherited = state === 0 ? 0 : (next[fallback + column] ?? 0);
      if (child === 0) {
        next[row + column] = inherited;
        continue;
      }
      suffix[child] = inherited;
      ending[child]?.push(...(ending[inherited] ?? []));
      queue.push(child);
    }
  }
  for (let cell = 0; cell < ending.length * classes; cell++) {
    const state = next[cell] ?? 0;
    const isEnd = (ending[state]?.length ?? 0) > 0;
    next[cell] = isEnd ? ~(state * classes) : state * classes;
  }
}
