import { isSecretName } from './secret-like.ts';

/** Half-open UTF-16 offsets within one line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How an unquoted value ends: `code` has no unquoted literals, `rest` runs to the end of the line, `word` to a blank. */
export type ValueStyle = 'code' | 'rest' | 'word';

const reference =
  /^(?:\$\{?[A-Za-z_]\w*\}?|\$\{\{[^}]*\}\}|\$\([^)]*\)|\{\{[^}]*\}\}|<[^<>]*>|%[A-Za-z_]\w*%|\$\{(?:var|local|data|env|module|secrets|self)[:.][^}]*\}|![A-Z]\w* .*)$/;
const plainWord =
  /^(?:true|false|null|none|nil|undefined|yes|no|on|off|~|inherit|read|write|required|optional|string|number|boolean|[|>][+-]?\d?|\[|\{|\(|\\|'{2}|"{2})$/i;
const constant = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const assignment = /(["'`]?)(?<![\w.-])([A-Za-z_][\w.-]*)\1\s*(=>|:=|\?=|\+=|={1,3}|:)\s*/g;

/** True for a value that names where the secret comes from, or is no value at all. */
export function isReference(value: string): boolean {
  return value === '' || reference.test(value) || plainWord.test(value);
}

/** Values of secret-looking names on one source line. */
export function assignedValues(line: string, style: ValueStyle): readonly Span[] {
  const spans: Span[] = [];
  for (const found of line.matchAll(assignment)) {
    if (!isSecretName(found[2] ?? '')) continue;
    const start = found.index + found[0].length;
    const inString = found[1] === '' && isQuotedAt(line, found.index);
    spans.push(
      ...(inString
        ? quotedText(line, start, found[3] === ':')
        : valueSpans(line, start, style, found[3] === ':')),
    );
  }
  return spans;
}

/** A header, option or setting that stands inside a string ends with it. */
function quotedText(line: string, start: number, afterColon: boolean): readonly Span[] {
  if (!afterColon) return valueSpans(line, start, 'word', false);
  const end = /["'`]/.exec(line.slice(start))?.index ?? line.length - start;
  return literal(line, start, start + end);
}

/** The same in a sentence, where a colon after a plain word is punctuation. */
export function assignedValuesInProse(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(assignment)) {
    const [, quote = '', name = '', operator] = found;
    if (!isSecretName(name)) continue;
    const isKey = quote !== '' || /[_-]/.test(name) || !/[a-z]/.test(name);
    const isHeader = /^(?:proxy-)?authorization$/i.test(name);
    if (operator === ':' && !isKey && !isHeader) continue;
    spans.push(...valueSpans(text, found.index + found[0].length, 'word', false));
  }
  return spans;
}

/** The value that starts at an offset: the inside of a string, or unquoted text as far as the style says. */
export function valueSpans(
  line: string,
  start: number,
  style: ValueStyle,
  afterColon: boolean,
): readonly Span[] {
  if (style === 'code') return codeStrings(line, start);
  const quote = line[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = closingQuote(line, start);
    return literal(line, start + 1, end);
  }
  const rest = line.slice(start);
  const toEnd = style === 'rest' || afterColon;
  const unquoted = toEnd
    ? rest.replace(/\s+#.*$/, '').trimEnd()
    : (/^[^\s"'`;&|)\]}]*/.exec(rest)?.[0] ?? '');
  if (!toEnd && /^(?:bearer|basic|token)$/i.test(unquoted)) {
    const gap = /^\S+\s*/.exec(rest)?.[0].length ?? 0;
    return gap === 0 ? [] : valueSpans(line, start + gap, 'word', false);
  }
  return literal(line, start, start + unquoted.length);
}

/** Strings and numbers of an expression, up to the comma or semicolon that ends it. */
function codeStrings(line: string, start: number): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at < line.length && line[at] !== ',' && line[at] !== ';') {
    const char = line[at] ?? '';
    if (char === '"' || char === "'" || char === '`') {
      const end = closingQuote(line, at);
      const isLookup =
        /[([]\s*$/.test(line.slice(start, at)) && constant.test(line.slice(at + 1, end));
      if (!isLookup) spans.push(...literal(line, at + 1, end));
      at = end + 1;
      continue;
    }
    const digits = /^\d{4,}\b/.exec(line.slice(at, at + 40))?.[0];
    if (digits !== undefined && !/\w/.test(line[at - 1] ?? '')) {
      spans.push({ start: at, end: at + digits.length });
    }
    at += digits?.length ?? 1;
  }
  return spans;
}

function literal(line: string, from: number, end: number): readonly Span[] {
  const scheme = /^(?:bearer|basic|token)\s+/i.exec(line.slice(from, end))?.[0].length ?? 0;
  const start = from + scheme;
  return isReference(line.slice(start, end).trim()) ? [] : [{ start, end }];
}

/** Offset of the quote that closes the one at `open`, the end of the line when none does. */
function closingQuote(line: string, open: number): number {
  const quote = line[open];
  for (let at = open + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === quote) return at;
  }
  return line.length;
}

/** True when an offset stands inside a string of its line. */
function isQuotedAt(line: string, offset: number): boolean {
  let at = 0;
  while (at < offset) {
    const char = line[at];
    if (char !== '"' && char !== "'" && char !== '`') {
      at += 1;
      continue;
    }
    const end = closingQuote(line, at);
    if (end >= offset) return true;
    at = end + 1;
  }
  return false;
}
