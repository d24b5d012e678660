import type { Document } from '../../model/document.ts';
import {
  type PythonCall,
  type PythonConstants,
  pythonCalls,
  pythonConstants,
} from '../../recognize/python/calls.ts';
import { type PythonToken, pythonTokens } from '../../recognize/python/tokens.ts';

/** A Python file that somebody starts. */
export interface PythonModule {
  readonly file: Document['file'];
  readonly text: string;
  readonly tokens: readonly PythonToken[];
  readonly calls: readonly PythonCall[];
  readonly constants: PythonConstants;
}

const programFolder =
  /(?:^|\/)(?:scripts?|bin|tools?|ops|tasks|maintenance|admin|cron|jobs)\/[^/]+\.py$/;
const startsItself = /^#!|^if\s+__name__\s*==\s*['"]__main__['"]/m;
/** Tests, migrations and code of others. */
const elsewhere =
  /(?:^|\/)(?:tests?|testing|test-?data|fixtures?|migrations?|versions|alembic|site-packages|vendor(?:ed)?|third[_-]party|node_modules)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup)\.py$/i;

/** The file as a program; `null` for tests, migrations, libraries and what is too large to be written by hand. */
export function programOf({ file, text }: Document): PythonModule | null {
  if (elsewhere.test(file)) return null;
  if (!programFolder.test(file) && !startsItself.test(text)) return null;
  const tokens = pythonTokens(text);
  return {
    file,
    text,
    tokens,
    calls: pythonCalls(tokens),
    constants: pythonConstants(tokens),
  };
}

/** The variables of its environment that a module reads, in their order. */
export function environmentOf({ calls, tokens, constants }: PythonModule): readonly string[] {
  const read = calls.flatMap(({ name, arguments: given }) =>
    /(?:^|\.)(?:getenv|environ\.get|environ\.pop)$/.test(name) ? (given[0]?.tokens ?? []) : [],
  );
  const indexed = tokens.filter(
    (_, position) => tokens[position - 1]?.text === '[' && tokens[position - 2]?.text === 'environ',
  );
  const names = [...read, ...indexed].flatMap((token) => {
    const [written] = token.kind === 'string' ? [token] : (constants.get(token.text) ?? []);
    const [piece] = written?.pieces ?? [];
    return piece?.kind === 'text' && /^[A-Z][A-Z0-9_]+$/.test(piece.text) ? [piece.text] : [];
  });
  return [...new Set(names)];
}

/** Name of the function that a place stands in, `null` outside of any. */
export function functionAround({ tokens }: PythonModule, start: number): string | null {
  let position = tokens.findLastIndex((token) => token.start <= start);
  let indent = tokens[position]?.indent ?? 0;
  for (; position >= 0 && indent > 0; position -= 1) {
    const token = tokens[position];
    if (token === undefined || token.kind === 'line' || token.indent >= indent) continue;
    // The last word of a line above that is less indented: its first word begins the block.
    indent = token.indent;
    const first = lineStart(tokens, position);
    const define = tokens[first]?.text === 'async' ? first + 1 : first;
    if (tokens[define]?.text === 'def') return tokens[define + 1]?.text ?? null;
    position = first;
  }
  return null;
}

function lineStart(tokens: readonly PythonToken[], position: number): number {
  let first = position;
  while (first > 0 && tokens[first - 1]?.kind !== 'line') first -= 1;
  return first;
}
