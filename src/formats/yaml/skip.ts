/** Offset of the next character at or after `from` that is neither white space nor part of a comment. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === 35 && isCommentStart(text, at)) {
      const next = text.indexOf('\n', at);
      at = next < 0 ? text.length : next;
    } else if (char !== 32 && char !== 10 && char !== 13 && char !== 9 && char !== 0xfeff) break;
    else at += 1;
  }
  return at;
}

/** Whether the `#` at this offset starts a comment, given that it stands outside of every scalar. */
export function isCommentStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === 32 || before === 9 || before === 10 || before === 13 || before === 0xfeff;
}

/** Offset after the bracket that closes a flow collection whose last child ends at `from`. */
export function closingBracket(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = skipBlank(text, at);
    const char = text.charAt(at);
    if (char === ']' || char === '}') return at + 1;
    if (char !== ',' && char !== ':' && char !== '?') return from; // the file is broken here
    at += 1;
  }
}

/** Offset of the `|` or `>` that starts a block scalar, looked for after the token that ends at `from`. */
export function blockHeader(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    at = skipBlank(text, at);
    const char = text.charAt(at);
    if (char === '|' || char === '>') return at;
    at += 1;
  }
  return limit;
}
