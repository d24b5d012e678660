import type { ScalarNode, ShellWord } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { sliceScalar } from '../../recognize/credential/inline-secrets.ts';

/** One word of a command line, wherever the line is written. */
export interface Argument {
  /** `null`: only a run can tell. */
  readonly text: string | null;
  readonly at: SourceRange;
  /** The word as text with its way back to the file; `null` for one that only a run can tell. */
  readonly scalar: ScalarNode | null;
}

/** What a flag was given. */
export interface FlagValue {
  readonly flag: Argument;
  /** Empty for a flag that stands alone. */
  readonly values: readonly Argument[];
}

/** Words of a shell command as arguments. */
export function shellArguments(words: readonly ShellWord[]): readonly Argument[] {
  return words.map((word) => {
    const { text, raw, at } = word;
    if (text === null) return { text, at, scalar: null };
    const quoted = raw.length === text.length + 2 && /^["']/.test(raw);
    const start = at.start + (quoted ? 1 : 0);
    return { text, at, scalar: { type: 'scalar', value: text, text, map: [[0, start]], at } };
  });
}

/**
 * Splits the text of an input that an action tokenises itself: blanks separate, quotes and backslashes keep together, lines that start with `#` are
 * left out, parentheses are plain characters, and a template expression makes its word dynamic.
 * @see https://github.com/anthropics/claude-code-action/blob/main/base-action/src/parse-sdk-options.ts (read 2026-11-21)
 */
export function inputArguments(file: FilePath, input: ScalarNode): readonly Argument[] {
  const found: Argument[] = [];
  const word = /#[^\n]*|(?:\$\{\{.*?\}\}|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[\s\S]|[^\s"'\\])+/g;
  for (const match of input.text.matchAll(word)) {
    const [raw] = match;
    const line = input.text.slice(input.text.lastIndexOf('\n', match.index) + 1, match.index);
    if (raw.startsWith('#') && line.trim() === '') continue;
    const whole = sliceScalar(file, input, match.index, match.index + raw.length);
    if (/\$\{\{/.test(raw)) {
      found.push({ text: null, at: whole.at, scalar: null });
      continue;
    }
    found.push({ ...argumentOf(file, input, match.index, raw), at: whole.at });
  }
  return found;
}

/** The word without its quotes. Quotes inside a word (`--x="y z"`) shift what follows them by at most a character or two. */
function argumentOf(file: FilePath, input: ScalarNode, start: number, raw: string): Argument {
  const quote = raw[0] ?? '';
  const isWhole = /^["']/.test(raw) && raw.endsWith(quote) && !raw.slice(1, -1).includes(quote);
  const from = start + (isWhole ? 1 : 0);
  const scalar = sliceScalar(file, input, from, from + raw.length - (isWhole ? 2 : 0));
  if (isWhole && !(quote === '"' && raw.includes('\\'))) {
    return { text: scalar.text, at: scalar.at, scalar };
  }
  const text = unquoted(raw);
  return { text, at: scalar.at, scalar: { ...scalar, value: text, text } };
}

function unquoted(raw: string): string {
  return raw.replace(
    /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])/g,
    (_, double?: string, single?: string, escaped?: string) =>
      double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
  );
}

/**
 * Every use of a flag under any of its names, as `--flag value`, `--flag=value` or `--flag a b c`; values end at the next flag. Flags that take
 * one value are followed by at most one.
 */
export function flagValues(
  args: readonly Argument[],
  names: readonly string[],
  most: 0 | 1 | 'many' = 1,
): readonly FlagValue[] {
  const found: FlagValue[] = [];
  for (const [index, flag] of args.entries()) {
    if (flag.text === null) continue;
    const equals = flag.text.startsWith('--') ? flag.text.indexOf('=') : -1;
    const name = equals < 0 ? flag.text : flag.text.slice(0, equals);
    if (!names.includes(name)) continue;
    if (equals >= 0) {
      found.push({ flag, values: [afterEquals(flag, equals)] });
      continue;
    }
    const values: Argument[] = [];
    for (const next of args.slice(index + 1)) {
      if (most !== 'many' && values.length >= most) break;
      if (next.text?.startsWith('-') === true) break;
      values.push(next);
    }
    found.push({ flag, values });
  }
  return found;
}

function afterEquals(flag: Argument, equals: number): Argument {
  const text = flag.text?.slice(equals + 1).replace(/^(["'])(.*)\1$/s, '$2') ?? null;
  if (flag.scalar === null || text === null) return flag;
  const skipped = flag.text?.[equals + 1] === text[0] ? equals + 1 : equals + 2;
  const scalar = sliceScalar(flag.at.file, flag.scalar, skipped, skipped + text.length);
  return { text, at: scalar.at, scalar };
}

/** The first use of a flag, `undefined` where it is not there. */
export function firstFlag(
  args: readonly Argument[],
  names: readonly string[],
  most: 0 | 1 = 0,
): FlagValue | undefined {
  return flagValues(args, names, most)[0];
}

/** Entries of a list that is written with commas or blanks between them; those inside parentheses separate nothing. */
export function listEntries(file: FilePath, list: ScalarNode): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  let depth = 0;
  let start = 0;
  const close = (end: number): void => {
    const text = list.text.slice(start, end);
    const lead = text.length - text.trimStart().length;
    const length = text.trim().length;
    if (length > 0) found.push(sliceScalar(file, list, start + lead, start + lead + length));
    start = end + 1;
  };
  for (let index = 0; index < list.text.length; index += 1) {
    const character = list.text[index] ?? '';
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[,\s]/.test(character)) close(index);
  }
  close(list.text.length);
  return found;
}
