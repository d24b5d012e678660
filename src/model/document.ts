import type { FilePath, SourceRange } from './source.ts';

/**
 * A syntax riskscan reads, named like its folder under `src/formats`: `yaml`, `json`, `shell` … `text` is any text file, kept as it is.
 * Not a union, so that a new syntax touches its own folder only; the contract tests refuse a name that no folder has.
 */
export type FormatId = string;

/** Something the parser could not read. The message quotes no source text: it could hold a secret. */
export interface ParseProblem {
  readonly at: SourceRange;
  readonly message: string;
}

interface DocumentBase {
  readonly file: FilePath;
  readonly format: FormatId;
  /** The whole decoded file, BOM and line endings included. */
  readonly text: string;
  readonly comments: readonly SourceRange[];
  readonly problems: readonly ParseProblem[];
}

/** A pair of offsets that mean the same character: in the decoded text, and in the file. */
export type OffsetPair = readonly [decoded: number, source: number];

/**
 * Text as its program sees it, with the way back to the file. `map` is ascending, its first decoded offset is 0;
 * between two pairs both offsets advance together.
 */
export interface EmbeddedText {
  readonly text: string;
  readonly map: readonly OffsetPair[];
}

export interface ScalarNode extends EmbeddedText {
  readonly type: 'scalar';
  /** The value in the format's own type system; `text` is the same as a string, unquoted and unescaped. */
  readonly value: string | number | boolean | null;
  /** Quotes included. */
  readonly at: SourceRange;
}

export interface ListNode {
  readonly type: 'list';
  readonly items: readonly DataNode[];
  readonly at: SourceRange;
}

export interface MapNode {
  readonly type: 'map';
  /** In source order, duplicates kept; use {@link entry} to read by key. */
  readonly entries: readonly DataEntry[];
  readonly at: SourceRange;
}

/** A value that is computed outside the file's text: an interpolation, a template expression, a custom tag. */
export interface ExprNode {
  readonly type: 'expr';
  /** Source text of the expression. */
  readonly text: string;
  /** Names it refers to, e.g. variable names, in source order. */
  readonly refs: readonly string[];
  readonly at: SourceRange;
}

export type DataNode = ScalarNode | ListNode | MapNode | ExprNode;

export interface DataEntry {
  readonly key: string;
  readonly keyAt: SourceRange;
  /** HCL block labels, else empty. */
  readonly labels: readonly string[];
  readonly value: DataNode;
}

/** YAML, JSON, TOML, dotenv, Dockerfile, Markdown: trees of maps, lists and scalars. */
export interface DataDocument extends DocumentBase {
  readonly shape: 'data';
  /** One per document of the file. Markdown: [front matter map, body scalar]. */
  readonly roots: readonly DataNode[];
}

/** One word of a shell command after quote removal. */
export interface ShellWord {
  /** The word as the command receives it; `null` when any part is only known at run time. */
  readonly text: string | null;
  /** As written, quotes and expansions included. */
  readonly raw: string;
  /** Variable names the word expands, in order. */
  readonly refs: readonly string[];
  readonly at: SourceRange;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord;
  readonly at: SourceRange;
}

export interface ShellRedirect {
  /** With the number before it, where there is one: `2>`. */
  readonly operator: string;
  readonly target: ShellWord;
  /** Body of a here-document, else `null`. */
  readonly body: ShellWord | null;
  readonly at: SourceRange;
}

/** Where a command stands: inside which function, branch, loop, subshell or substitution; outermost first. */
export interface ShellContext {
  readonly kind:
    | 'function'
    | 'if-test'
    | 'if'
    | 'else'
    | 'case'
    | 'loop'
    | 'subshell'
    | 'substitution'
    | 'and'
    | 'or'
    | 'background';
  /** Name of the function; text of the condition for `if`, `else`, `and`, `or`; `subject in pattern|pattern` for `case`; else empty. */
  readonly text: string;
}

/** One simple command. Commands that only assign have no words. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly within: readonly ShellContext[];
  /** Commands joined by `|` share this number; unique per pipeline within the document. */
  readonly pipeline: number;
  readonly at: SourceRange;
}

/** A shell program, flattened to its simple commands in source order. */
export interface ShellDocument extends DocumentBase {
  readonly shape: 'shell';
  readonly commands: readonly ShellCommand[];
}

/** A JavaScript or TypeScript module. `src/formats/script` knows the type of `ast`; nothing keeps it after collect. */
export interface ScriptDocument extends DocumentBase {
  readonly shape: 'script';
  readonly ast: unknown;
}

/** Any other text, looked at because the prefilter found a keyword in it. */
export interface TextDocument extends DocumentBase {
  readonly shape: 'text';
}

export type Document = DataDocument | ShellDocument | ScriptDocument | TextDocument;

/** The last entry with this key: later duplicates win, as in every format riskscan reads. */
export function entry(node: DataNode | undefined, key: string): DataEntry | undefined {
  if (node?.type !== 'map') return undefined;
  return node.entries.findLast((candidate) => candidate.key === key);
}

/** Value at a path of keys, `undefined` when any step is missing or not a map. */
export function at(node: DataNode | undefined, ...keys: readonly string[]): DataNode | undefined {
  let current = node;
  for (const key of keys) current = entry(current, key)?.value;
  return current;
}

/** Items of a list, none for anything else. */
export function items(node: DataNode | undefined): readonly DataNode[] {
  return node?.type === 'list' ? node.items : [];
}

/** Entries of a map, none for anything else. */
export function entries(node: DataNode | undefined): readonly DataEntry[] {
  return node?.type === 'map' ? node.entries : [];
}

/** Offset in the file of an offset in embedded text; offsets past the end map past the last pair. */
export function sourceOffset(embedded: EmbeddedText, decoded: number): number {
  let low = 0;
  let high = embedded.map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((embedded.map[middle]?.[0] ?? 0) <= decoded) low = middle;
    else high = middle - 1;
  }
  const [from, to] = embedded.map[low] ?? [0, 0];
  return to + (decoded - from);
}

/**
 * Range in the file of a half-open range in embedded text. Where the last character is written as an escape, the range ends after the first
 * character of that escape: the map cannot tell an escape from a part that is left out.
 */
export function sourceRange(
  file: FilePath,
  embedded: EmbeddedText,
  start: number,
  end: number,
): SourceRange {
  const from = sourceOffset(embedded, start);
  return { file, start: from, end: end > start ? sourceOffset(embedded, end - 1) + 1 : from };
}
