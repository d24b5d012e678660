import { type ParserPlugin, parse as parseModule } from '@babel/parser';
import type { ParseProblem, ScriptDocument } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { MAX_PROBLEMS } from '../positions.ts';
import type { File } from './ast.ts';

/** Longest text that is parsed, in UTF-16 units. */
const MAX_LENGTH = 400 * 1024;
/** Longest average line of text that people write. */
const MAX_LINE = 500;
/** Labels right before another label that a broken text may hold and still be recovered. */
const MAX_LABELS = 100;
/** Texts up to this length may consist of long lines. */
const SHORT = 10_000;

/**
 * Parses a JavaScript or TypeScript module, its syntax chosen by the file's extension. Broken code yields the part
 * before the error where there is one; minified or huge code yields an empty program and a problem that says so.
 */
export const parse: Parse = (file, text) => {
  const base = { shape: 'script', format: 'script', file, text } as const;
  if (isGenerated(text)) {
    const at = { file, start: 0, end: text.length };
    const problems = [{ at, message: 'skipped: minified or too large' }];
    return { ...base, comments: [], problems, ast: emptyProgram() };
  }
  const { ast, problems } = firstReadable(file, text);
  const comments = (ast.comments ?? []).flatMap((comment) =>
    comment.start == null || comment.end == null
      ? []
      : [{ file, start: comment.start, end: comment.end }],
  );
  return { ...base, comments, problems, ast };
};

/** The tree of a parsed module. */
export function programOf(document: ScriptDocument): File {
  return document.ast as File; // `parse` above is the only maker of script documents
}

interface Reading {
  readonly ast: File;
  readonly problems: readonly ParseProblem[];
  readonly isReadable: boolean;
}

/** Files of one extension come in several dialects: Flow or TypeScript in `.js`, old type assertions in `.tsx`. */
function firstReadable(file: FilePath, text: string): Reading {
  const [first = [], ...others] = dialects(file);
  const reading = attempt(file, text, first);
  if (reading.isReadable) return reading;
  for (const dialect of others) {
    const other = attempt(file, text, dialect);
    if (other.isReadable) return other;
  }
  return reading;
}

function dialects(file: FilePath): readonly (readonly ParserPlugin[])[] {
  const extension = /\.[a-z]+$/.exec(baseName(file).toLowerCase())?.[0];
  switch (extension) {
    case '.ts':
    case '.mts':
    case '.cts':
      return [['typescript'], ['typescript', 'jsx']];
    case '.tsx':
      return [['typescript', 'jsx'], ['typescript']];
    default:
      return [['jsx'], ['jsx', 'flow'], ['typescript', 'jsx']];
  }
}

/**
 * Strict first: with recovery on, Babel notes one error per pair of equal labels, so `a: a: a: …` of a few kilobytes would take all memory.
 * Texts with long runs of labels are therefore never parsed with recovery.
 */
function attempt(file: FilePath, text: string, dialect: readonly ParserPlugin[]): Reading {
  const strict = attemptWith(file, text, dialect, false);
  if (strict.isReadable || hasLabelRuns(text)) return strict;
  return attemptWith(file, text, dialect, true);
}

function hasLabelRuns(text: string): boolean {
  const labels = text.matchAll(/[\w$]{1,40}\s{0,40}:\s{1,200}(?=[\w$]{1,40}\s{0,40}:)/g);
  let count = 0;
  for (const _ of labels) {
    count += 1;
    if (count > MAX_LABELS) return true;
  }
  return false;
}

function attemptWith(
  file: FilePath,
  text: string,
  dialect: readonly ParserPlugin[],
  errorRecovery: boolean,
): Reading {
  try {
    const ast = parseModule(text, {
      sourceType: 'unambiguous',
      plugins: [
        ...dialect,
        'decorators-legacy',
        'decoratorAutoAccessors',
        'explicitResourceManagement',
      ],
      errorRecovery,
      attachComment: false,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowSuperOutsideMethod: true,
      allowNewTargetOutsideFunction: true,
      allowUndeclaredExports: true,
    });
    const errors = ast.errors ?? [];
    const problems = errors.slice(0, MAX_PROBLEMS).map((error) => problem(file, text, error));
    return { ast, problems, isReadable: true };
  } catch (error) {
    return { ast: emptyProgram(), problems: [problem(file, text, error)], isReadable: false };
  }
}

/** The parser's own messages quote names from the source; its reason code does not. */
function problem(file: FilePath, text: string, error: unknown): ParseProblem {
  const { reasonCode, pos } =
    typeof error === 'object' && error !== null
      ? { reasonCode: undefined, pos: undefined, ...error }
      : { reasonCode: undefined, pos: undefined };
  const start = typeof pos === 'number' ? Math.max(0, Math.min(pos, text.length)) : 0;
  const at = { file, start, end: Math.min(start + 1, text.length) };
  if (error instanceof RangeError) return { at, message: 'nested too deeply' };
  return {
    at,
    message: typeof reasonCode === 'string' ? `syntax error: ${reasonCode}` : 'syntax error',
  };
}

function isGenerated(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  if (text.length <= SHORT) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > MAX_LINE;
}

function emptyProgram(): File {
  return parseModule('', { sourceType: 'module' });
}
