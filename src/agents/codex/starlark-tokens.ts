/** One lexical piece of a rules file. Strings carry their value and where it starts; a string whose value is computed is `other`. */
export interface Token {
  readonly type: 'string' | 'name' | 'punctuation' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const maxTokens = 100_000;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Splits Starlark into tokens; comments and white space are dropped. Nothing is evaluated, and no text makes it fail. */
export function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length && found.length < maxTokens) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      at += 1;
    } else if (char === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else {
      const token = next(text, at, char);
      found.push(token);
      at = token.end;
    }
  }
  return found;
}

function next(text: string, at: number, char: string): Token {
  const opening = /^([rRbBfF]{0,2})("""|'''|"|')/.exec(text.slice(at, at + 6));
  if (opening !== null) return quoted(text, at, opening[1] ?? '', opening[2] ?? '"');
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(at, at + 200));
  if (name !== null) {
    return { type: 'name', text: name[0], start: at, end: at + name[0].length };
  }
  const isPunctuation = '()[]{},=+:'.includes(char);
  return { type: isPunctuation ? 'punctuation' : 'other', text: char, start: at, end: at + 1 };
}

function quoted(text: string, start: number, prefix: string, quote: string): Token {
  const isRaw = /r/i.test(prefix);
  let value = '';
  let at = start + prefix.length + quote.length;
  while (at < text.length && !text.startsWith(quote, at)) {
    if (text[at] === '\n' && quote.length === 1) break;
    if (text[at] === '\\' && !isRaw) {
      const escaped = text[at + 1] ?? '';
      value += escapes[escaped] ?? escaped;
      at += 2;
      continue;
    }
    value += text[at];
    at += 1;
  }
  const end = Math.min(text.length, at + (text.startsWith(quote, at) ? quote.length : 0));
  // Values of format strings are made when the file is evaluated.
  const type = /f/i.test(prefix) && value.includes('{') ? 'other' : 'string';
  return { type, text: value, start, end: Math.max(end, start + 1) };
}
