import { type Token, tokensOf } from './starlark-tokens.ts';

/** A word of a pattern and where its string stands. */
export interface PatternWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One `prefix_rule(…)`: words in order, each with its alternatives. */
export interface PrefixRule {
  readonly pattern: readonly (readonly PatternWord[])[];
  /** As written; `null` where it is left out, which allows. */
  readonly decision: PatternWord | null;
  readonly start: number;
  readonly end: number;
}

type Value =
  | { readonly type: 'string'; readonly token: PatternWord }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  | { readonly type: 'computed' };

interface Reader {
  readonly tokens: readonly Token[];
  readonly constants: ReadonlyMap<string, Value>;
  at: number;
}

const computed: Value = { type: 'computed' };
const maxDepth = 20;
/** Calls and constants of one file, and tokens of one expression that is not read: hostile text must not cost more. */
const maxCalls = 10_000;
const maxConstants = 1_000;
const maxSkipped = 2_000;

/**
 * Reads the calls of `prefix_rule` whose pattern is written out, directly or through a constant of the file. Rules that are made by loops or functions are
 * left out: what they name is only known when the file is evaluated.
 * @see https://developers.openai.com/codex/rules (read 2026-11-21)
 */
export function prefixRules(text: string): readonly PrefixRule[] {
  const tokens = tokensOf(text);
  const constants = constantsOf(tokens);
  const rules: PrefixRule[] = [];
  let calls = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text !== 'prefix_rule' || token.type !== 'name') continue;
    if (!isSign(tokens[index + 1], '(')) continue;
    calls += 1;
    if (calls > maxCalls) break;
    const rule = call({ tokens, constants, at: index + 2 }, token.start);
    if (rule !== undefined) rules.push(rule);
  }
  return rules;
}

/** `NAME = …` at the start of a statement; a name that is set twice keeps its last value. */
function constantsOf(tokens: readonly Token[]): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'punctuation') {
      if ('([{'.includes(token.text)) depth += 1;
      if (')]}'.includes(token.text)) depth = Math.max(0, depth - 1);
    }
    if (depth > 0 || token.type !== 'name' || !isSign(tokens[index + 1], '=')) continue;
    if (isSign(tokens[index + 2], '=')) continue;
    if (found.size >= maxConstants) break;
    found.set(token.text, value({ tokens, constants: found, at: index + 2 }, 0));
  }
  return found;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.type === 'punctuation' && token.text === text;
}

function call(reader: Reader, start: number): PrefixRule | undefined {
  const given = new Map<string, Value>();
  let position = 0;
  while (reader.at < reader.tokens.length && !isSign(reader.tokens[reader.at], ')')) {
    const token = reader.tokens[reader.at];
    const isNamed = token?.type === 'name' && isSign(reader.tokens[reader.at + 1], '=');
    const name = isNamed ? token.text : (['pattern', 'decision'][position] ?? '');
    if (isNamed) reader.at += 2;
    else position += 1;
    given.set(name, value(reader, 0));
    if (!isSign(reader.tokens[reader.at], ',')) break;
    reader.at += 1;
  }
  const last = reader.tokens[reader.at] ?? reader.tokens.at(-1);
  // Anything else than the closing bracket is a comprehension or damage.
  if (!isSign(reader.tokens[reader.at], ')') || last === undefined) return undefined;
  const pattern = patternOf(given.get('pattern'));
  const decision = given.get('decision');
  if (pattern === undefined || (decision !== undefined && decision.type !== 'string')) {
    return undefined;
  }
  return { pattern, decision: decision?.token ?? null, start, end: last.end };
}

function patternOf(list: Value | undefined): PrefixRule['pattern'] | undefined {
  if (list?.type !== 'list' || list.items.length === 0) return undefined;
  const words: (readonly PatternWord[])[] = [];
  for (const item of list.items) {
    const alternatives = item.type === 'list' ? item.items : [item];
    const texts = alternatives.flatMap((one) => (one.type === 'string' ? [one.token] : []));
    if (texts.length === 0 || texts.length < alternatives.length) return undefined;
    words.push(texts);
  }
  return words;
}

/** One expression; the reader stands behind it afterwards. */
function value(reader: Reader, depth: number): Value {
  let result = operand(reader, depth);
  while (isSign(reader.tokens[reader.at], '+')) {
    reader.at += 1;
    const more = operand(reader, depth);
    result =
      result.type === 'list' && more.type === 'list'
        ? { type: 'list', items: [...result.items, ...more.items] }
        : computed;
  }
  if (isEnd(reader.tokens[reader.at])) return result;
  skip(reader);
  return computed;
}

/** A closing bracket, a comma, or the first word of the next statement. */
function isEnd(token: Token | undefined): boolean {
  if (token === undefined) return true;
  if (token.type === 'punctuation') return ')]},'.includes(token.text);
  return token.type === 'name' && !/^(?:if|for|and|or|in|not)$/.test(token.text);
}

function operand(reader: Reader, depth: number): Value {
  const token = reader.tokens[reader.at];
  if (token === undefined || depth > maxDepth) {
    skip(reader);
    return computed;
  }
  reader.at += 1;
  if (token.type === 'string') return { type: 'string', token };
  if (token.type === 'name') return reader.constants.get(token.text) ?? computed;
  if (isSign(token, '[') || isSign(token, '(')) return list(reader, depth, token.text);
  reader.at -= 1;
  skip(reader);
  return computed;
}

function list(reader: Reader, depth: number, open: string): Value {
  const close = open === '[' ? ']' : ')';
  const found: Value[] = [];
  while (reader.at < reader.tokens.length) {
    if (isSign(reader.tokens[reader.at], close)) {
      reader.at += 1;
      return { type: 'list', items: found };
    }
    found.push(value(reader, depth + 1));
    if (isSign(reader.tokens[reader.at], ',')) reader.at += 1;
    else if (!isSign(reader.tokens[reader.at], close)) break;
  }
  return computed;
}

/** Moves to the end of the expression: a comma or a closing bracket of the same level. */
function skip(reader: Reader): void {
  let depth = 0;
  const last = Math.min(reader.tokens.length, reader.at + maxSkipped);
  for (; reader.at < last; reader.at += 1) {
    const token = reader.tokens[reader.at];
    if (token?.type !== 'punctuation') continue;
    if ('([{'.includes(token.text)) depth += 1;
    else if (')]}'.includes(token.text)) {
      if (depth === 0) return;
      depth -= 1;
    } else if (token.text === ',' && depth === 0) return;
  }
}
