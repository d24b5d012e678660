import type { PythonPiece, PythonToken } from './tokens.ts';

/** An argument of a call. */
export interface PythonArgument {
  /** `null` for a positional one. */
  readonly keyword: string | null;
  readonly tokens: readonly PythonToken[];
}

/** A call whose function has a name: `subprocess.run([…])`. */
export interface PythonCall {
  /** Names joined by dots, as far as they are names: `session.client`; of `client('rds').x()` it is `.x`. */
  readonly name: string;
  readonly arguments: readonly PythonArgument[];
  /** Position of its first token among all. */
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

const opening = /^[([{]$/;
const closing = /^[)\]}]$/;
/** More calls than people write. */
const maxCalls = 20_000;
/** Calls with more words in them are data; each is looked at anew for every call around it. */
const maxTokens = 2000;

/** Every call of a file, in source order; calls in arguments are calls too. */
export function pythonCalls(tokens: readonly PythonToken[]): readonly PythonCall[] {
  const closes = closingBrackets(tokens);
  const calls: PythonCall[] = [];
  for (const [position, token] of tokens.entries()) {
    if (calls.length >= maxCalls) break;
    if (token.text !== '(' || tokens[position - 1]?.kind !== 'name') continue;
    const first = nameStart(tokens, position - 1);
    if (/^(?:def|class)$/.test(tokens[first - 1]?.text ?? '')) continue;
    const close = closes.get(position) ?? tokens.length;
    const name = tokens
      .slice(first, position)
      .map(({ text }) => text)
      .join('');
    calls.push({
      name,
      arguments: close - position > maxTokens ? [] : argumentsOf(tokens.slice(position + 1, close)),
      position: first,
      start: tokens[first]?.start ?? token.start,
      end: tokens[close]?.end ?? token.end,
    });
  }
  return calls;
}

function nameStart(tokens: readonly PythonToken[], last: number): number {
  let first = last;
  while (tokens[first - 1]?.text === '.') {
    if (tokens[first - 2]?.kind !== 'name') return first - 1;
    first -= 2;
  }
  return first;
}

function closingBrackets(tokens: readonly PythonToken[]): ReadonlyMap<number, number> {
  const open: number[] = [];
  const closes = new Map<number, number>();
  for (const [position, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue;
    if (opening.test(text)) open.push(position);
    else if (closing.test(text)) closes.set(open.pop() ?? -1, position);
  }
  return closes;
}

function argumentsOf(tokens: readonly PythonToken[]): readonly PythonArgument[] {
  return splitByComma(tokens).map((part) => {
    const isKeyword = part[0]?.kind === 'name' && part[1]?.text === '=' && part[2]?.text !== '=';
    return isKeyword
      ? { keyword: part[0]?.text ?? null, tokens: part.slice(2) }
      : { keyword: null, tokens: part };
  });
}

/** The elements between commas that stand in no inner bracket. */
export function splitByComma(tokens: readonly PythonToken[]): readonly (readonly PythonToken[])[] {
  const parts: PythonToken[][] = [];
  let part: PythonToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && opening.test(token.text)) depth += 1;
    if (token.kind === 'sign' && closing.test(token.text)) depth -= 1;
    if (token.text === ',' && token.kind === 'sign' && depth === 0) {
      parts.push(part);
      part = [];
    } else part.push(token);
  }
  if (part.length > 0) parts.push(part);
  return parts.filter((one) => one.length > 0);
}

/** Strings that a module gives a name at its top level. */
export type PythonConstants = ReadonlyMap<string, readonly PythonToken[]>;

/** The names that a file gives one value and no other. */
export function pythonConstants(tokens: readonly PythonToken[]): PythonConstants {
  const found = new Map<string, readonly PythonToken[]>();
  const twice = new Set<string>();
  for (const [position, token] of tokens.entries()) {
    const isFirst = position === 0 || tokens[position - 1]?.kind === 'line';
    if (!isFirst || token.kind !== 'name' || tokens[position + 1]?.text !== '=') continue;
    if (tokens[position + 2]?.text === '=') continue;
    let end = position;
    while (end < tokens.length && tokens[end]?.kind !== 'line') end += 1;
    if (found.has(token.text)) twice.add(token.text);
    found.set(token.text, tokens.slice(position + 2, end));
  }
  for (const name of twice) found.delete(name);
  return found;
}

const maxDepth = 8;

/** The string that an expression is: literals side by side or joined by `+`, and constants; other parts are holes. `null` where it is none. */
export function stringPieces(
  tokens: readonly PythonToken[],
  constants: PythonConstants,
  depth = 0,
): readonly PythonPiece[] | null {
  const [first, ...rest] = tokens;
  if (first === undefined || depth > maxDepth) return null;
  // `text("…")` of SQLAlchemy, `sql.SQL("…")` of psycopg and brackets wrap a statement.
  const wrapped = unwrapped(tokens);
  if (wrapped !== null) return stringPieces(wrapped, constants, depth + 1);
  if (tokens.length === 1 && first.kind === 'name') {
    const value = constants.get(first.text);
    return value === undefined ? null : stringPieces(value, constants, depth + 1);
  }
  if (first.kind === 'string' && rest.every(({ kind, text }) => kind === 'string' || text === '+'))
    return tokens.flatMap((token) => [...token.pieces]);
  if (!tokens.some(({ kind }) => kind === 'string') || !tokens.some(({ text }) => text === '+'))
    return null;
  return tokens.flatMap((token): readonly PythonPiece[] => {
    if (token.kind === 'string') return token.pieces;
    if (token.kind !== 'name') return [];
    const value = constants.get(token.text);
    const known = value === undefined ? null : stringPieces(value, constants, depth + 1);
    return known ?? [{ kind: 'hole', name: token.text, start: token.start }];
  });
}

function unwrapped(tokens: readonly PythonToken[]): readonly PythonToken[] | null {
  if (tokens.at(-1)?.text !== ')') return null;
  const open = tokens.findIndex(({ text }) => text === '(');
  const name = tokens
    .slice(0, open)
    .map(({ text }) => text)
    .join('');
  return open >= 0 && /^(?:(?:\w+\.)?(?:text|SQL|dedent))?$/.test(name)
    ? tokens.slice(open + 1, -1)
    : null;
}
