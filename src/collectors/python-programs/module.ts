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
  const own = tokens.findLast((token) => token.start <= start)?.indent ?? 0;
  const found = tokens.findLast(
    (token, position) =>
      token.start < start && token.indent < own && tokens[position - 1]?.text === 'def',
  );
  return found?.kind === 'name' ? found.text : null;
}
