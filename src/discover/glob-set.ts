import { braceExpand, Minimatch } from 'minimatch';
import { baseName } from '../model/source.ts';

/** Finds the globs that match a file, as ascending positions in the list the index was made from. */
export type GlobIndex = (file: string) => readonly number[];

/** One brace-free pattern: the positions of its glob, and what remains to be tested once its bucket was hit. */
interface Pattern {
  readonly positions: readonly number[];
  readonly test: ((file: string) => boolean) | null;
}

interface Buckets {
  readonly byPath: Map<string, Pattern[]>;
  readonly byName: Map<string, Pattern[]>;
  readonly byExtension: Map<string, Pattern[]>;
  readonly byFirstLetter: Map<string, Pattern[]>;
  readonly rest: Pattern[];
}

const MAX_GLOB_LENGTH = 512;
const MAX_ALTERNATIVES = 256;
/** One more than allowed, so that going over the limit shows. */
const OPTIONS = {
  dot: true,
  nocomment: true,
  nonegate: true,
  platform: 'linux',
  braceExpandMax: MAX_ALTERNATIVES + 1,
} as const;
const NONE: readonly number[] = [];

/**
 * Says what is wrong with a glob that somebody else wrote, `null` when it is fine. {@link createGlobIndex} never matches a glob that breaks
 * these limits.
 */
export function globProblem(glob: string): string | null {
  if (glob === '') return 'A glob must not be empty.';
  if (glob.length > MAX_GLOB_LENGTH) return `A glob has at most ${MAX_GLOB_LENGTH} characters.`;
  if (alternativesOf(glob).length <= MAX_ALTERNATIVES) return null;
  return `The braces of a glob stand for at most ${MAX_ALTERNATIVES} alternatives.`;
}

/**
 * Indexes globs by what is fixed in their last segment (its name, extension or first letter), so that a file is tested against the few that can match.
 * Globs are relative to the root, `*` and `**` match names that start with a dot, and there is no negation.
 */
export function createGlobIndex(globs: readonly string[]): GlobIndex {
  const buckets: Buckets = {
    byPath: new Map(),
    byName: new Map(),
    byExtension: new Map(),
    byFirstLetter: new Map(),
    rest: [],
  };
  for (const [glob, positions] of positionsOf(globs)) {
    if (globProblem(glob) !== null) continue;
    for (const pattern of alternativesOf(glob)) {
      place(buckets, positions, pattern.replace(/^\.?\//, ''));
    }
  }

  return (file) => {
    const name = baseName(file);
    const dot = name.lastIndexOf('.');
    const found: number[] = [];
    gather(found, buckets.byPath.get(file), file);
    gather(found, buckets.byName.get(name), file);
    if (dot >= 0) gather(found, buckets.byExtension.get(name.slice(dot + 1)), file);
    gather(found, buckets.byFirstLetter.get(name.charAt(0)), file);
    gather(found, buckets.rest, file);
    if (found.length === 0) return NONE;
    return isAscending(found) ? found : [...new Set(found)].sort((a, b) => a - b);
  };
}

/** The brace-free globs that a glob stands for. */
function alternativesOf(glob: string): readonly string[] {
  return glob.includes('{') ? braceExpand(glob, OPTIONS) : [glob];
}

/** Where each different glob stands in the list: many want the same manifests. */
function positionsOf(globs: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [position, glob] of globs.entries()) {
    const positions = found.get(glob);
    if (positions === undefined) found.set(glob, [position]);
    else positions.push(position);
  }
  return found;
}

/** Tests whether a file matches any of these globs. */
export function createGlobTest(globs: readonly string[]): (file: string) => boolean {
  const index = createGlobIndex(globs);
  return (file) => index(file).length > 0;
}

/** True when every position is larger than the one before: in order, and none twice. */
function isAscending(positions: readonly number[]): boolean {
  for (let i = 1; i < positions.length; i++) {
    if ((positions[i] ?? 0) <= (positions[i - 1] ?? 0)) return false;
  }
  return true;
}

function gather(found: number[], patterns: readonly Pattern[] | undefined, file: string): void {
  if (patterns === undefined) return;
  for (const { positions, test } of patterns) {
    if (test === null || test(file)) found.push(...positions);
  }
}

/** Puts a brace-free pattern where only files that can match it will find it. */
function place(buckets: Buckets, positions: readonly number[], pattern: string): void {
  const tail = pattern.startsWith('**/') ? pattern.slice(3) : null;
  if (!hasMagic(pattern)) {
    add(buckets.byPath, pattern, { positions, test: null });
  } else if (tail !== null && !hasMagic(tail)) {
    const test = tail.includes('/') ? (file: string) => endsAtSegment(file, tail) : null;
    add(buckets.byName, baseName(tail), { positions, test });
  } else if (tail !== null && /^\*\.[^*?[\]()!+@\\/.]+$/.test(tail)) {
    add(buckets.byExtension, tail.slice(2), { positions, test: null });
  } else if (isTree(pattern)) {
    buckets.rest.push({ positions, test: treeTest(pattern) });
  } else {
    // Made when a file first needs it: most trees have none of most agents' folders.
    let matcher: Minimatch | undefined;
    const fixed = longestFixed(pattern);
    const test = (file: string): boolean => {
      if (!file.includes(fixed)) return false;
      matcher ??= new Minimatch(pattern, OPTIONS);
      return matcher.match(file);
    };
    placeTested(buckets, pattern, { positions, test });
  }
}

/** The longest text that every file has which the pattern matches: `compose` of two stars, a slash, `*compose*.yml`. */
function longestFixed(pattern: string): string {
  // What stands in parentheses or brackets is one of several, or must not be there.
  const choice = pattern.search(/[?*+@!]\(|\[/);
  const plain = choice < 0 ? pattern : pattern.slice(0, choice);
  // Two stars stand for no folder as well, and then for no slash behind them.
  const pieces = plain.split(/\*\*\/|[*?\\]/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

// Everything below fixed folders: two stars alone, after a folder, or on both sides of it.
function isTree(pattern: string): boolean {
  return pattern === '**' || (pattern.endsWith('/**') && !hasMagic(trunk(pattern)));
}

function treeTest(pattern: string): ((file: string) => boolean) | null {
  if (pattern === '**' || pattern === '**/**') return null;
  const start = `${trunk(pattern)}/`;
  if (!pattern.startsWith('**/')) return (file) => file.startsWith(start);
  const middle = `/${start}`;
  return (file) => file.startsWith(start) || file.includes(middle);
}

/** The fixed folders of a tree pattern. */
function trunk(pattern: string): string {
  return pattern.replace(/^\*\*\//, '').replace(/\/\*\*$/, '');
}

/** Sorts a pattern that needs the full matcher into the narrowest bucket. */
function placeTested(buckets: Buckets, pattern: string, entry: Pattern): void {
  const last = baseName(pattern);
  const extension = /\.([^*?[\]()!+@\\/.]+)$/.exec(last)?.[1];
  if (!hasMagic(last)) add(buckets.byName, last, entry);
  else if (extension !== undefined) add(buckets.byExtension, extension, entry);
  else if (/^[\w.-]/.test(last)) add(buckets.byFirstLetter, last.charAt(0), entry);
  else buckets.rest.push(entry);
}

function add(bucket: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const patterns = bucket.get(key);
  if (patterns === undefined) bucket.set(key, [pattern]);
  else patterns.push(pattern);
}

function hasMagic(pattern: string): boolean {
  return /[*?[\]()\\]/.test(pattern);
}

function endsAtSegment(file: string, tail: string): boolean {
  return (
    file === tail || (file.endsWith(tail) && file.charAt(file.length - tail.length - 1) === '/')
  );
}
