/** One part of a shell word: fixed text, a variable, or something only a run can tell. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'variable';
      readonly name: string;
      /** What `${NAME:-…}` puts there when the variable is unset. */
      readonly fallback: readonly Piece[] | null;
    }
  /** With the expansion as written: `$(date +%F)`. */
  | { readonly type: 'dynamic'; readonly raw: string };

const maxDepth = 20;

/** Splits a word as written, quotes and expansions included, into its parts; neighbouring texts are joined. */
export function wordPieces(raw: string, depth = 0): readonly Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let quoted = false;
  const push = (piece: Piece): void => {
    if (text !== '') pieces.push({ type: 'text', text });
    text = '';
    pieces.push(piece);
  };
  let index = 0;
  while (index < raw.length) {
    const character = raw[index];
    if (character === "'" && !quoted) {
      const end = closingQuote(raw, index + 1);
      text += raw.slice(index + 1, end);
      index = end + 1;
    } else if (character === '"') {
      quoted = !quoted;
      index += 1;
    } else if (character === '\\') {
      // Inside double quotes a backslash stays unless it escapes something special.
      const next = raw[index + 1] ?? '';
      text += quoted && !'$`"\\\n'.includes(next) ? `\\${next}` : next;
      index += 2;
    } else if (character === '`') {
      const end = raw.indexOf('`', index + 1);
      const after = end < 0 ? raw.length : end + 1;
      push({ type: 'dynamic', raw: raw.slice(index, after) });
      index = after;
    } else if (character === '$') {
      const expansion = readExpansion(raw, index, depth);
      if (expansion === null) text += '$';
      else push(expansion.piece);
      index = expansion?.end ?? index + 1;
    } else {
      text += character;
      index += 1;
    }
  }
  if (text !== '') pieces.push({ type: 'text', text });
  return pieces;
}

/** The pieces for a reader: variables as `$NAME`, what cannot be known as `…`. */
export function showPieces(pieces: readonly Piece[]): string {
  return pieces.map(showPiece).join('');
}

/** The text when every piece is fixed, else `null`. */
export function fixedText(pieces: readonly Piece[]): string | null {
  let text = '';
  for (const piece of pieces) {
    if (piece.type !== 'text') return null;
    text += piece.text;
  }
  return text;
}

/** The text with every variable replaced by its fallback, `null` when a piece has none. */
export function fallbackText(pieces: readonly Piece[]): string | null {
  let text = '';
  for (const piece of pieces) {
    if (piece.type === 'dynamic') return null;
    const part =
      piece.type === 'text' ? piece.text : piece.fallback && fallbackText(piece.fallback);
    if (part === null) return null;
    text += part;
  }
  return text;
}

function showPiece(piece: Piece): string {
  if (piece.type === 'text') return piece.text;
  return piece.type === 'variable' ? `$${piece.name}` : '…';
}

interface Expansion {
  readonly piece: Piece;
  readonly end: number;
}

function readExpansion(raw: string, start: number, depth: number): Expansion | null {
  const next = raw[start + 1];
  if (next === '(' || next === "'") {
    const end =
      next === '(' ? matching(raw, start + 1, '(', ')') : closingQuote(raw, start + 2) + 1;
    return { piece: { type: 'dynamic', raw: raw.slice(start, end) }, end };
  }
  if (next === '{') {
    const end = matching(raw, start + 1, '{', '}');
    return { piece: parameter(raw.slice(start + 2, end - 1), depth), end };
  }
  const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(raw.slice(start + 1))?.[0];
  if (name === undefined) return null;
  return { piece: { type: 'variable', name, fallback: null }, end: start + 1 + name.length };
}

function parameter(inner: string, depth: number): Piece {
  const name = /^(?:[A-Za-z_]\w*|[0-9]+)/.exec(inner)?.[0];
  const dynamic: Piece = { type: 'dynamic', raw: `\${${inner}}` };
  if (name === undefined) return dynamic;
  const rest = inner.slice(name.length);
  // Arrays, slices and substitutions of parts keep the variable recognisable but not its value.
  if (rest.startsWith('[')) return dynamic;
  const operator = /^:?[-=]/.exec(rest)?.[0];
  if (operator === undefined || depth >= maxDepth)
    return { type: 'variable', name, fallback: null };
  return {
    type: 'variable',
    name,
    fallback: wordPieces(rest.slice(operator.length), depth + 1),
  };
}

function closingQuote(raw: string, start: number): number {
  const end = raw.indexOf("'", start);
  return end < 0 ? raw.length : end;
}

/** Offset after the bracket that closes the one at `start`, quotes and escapes skipped. */
function matching(raw: string, start: number, open: string, close: string): number {
  let level = 0;
  let quote = '';
  for (let index = start; index < raw.length; index += 1) {
    const character = raw[index] ?? '';
    if (character === '\\') index += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || (character === '"' && open === '(')) quote = character;
    else if (character === open) level += 1;
    else if (character === close) {
      level -= 1;
      if (level === 0) return index + 1;
    }
  }
  return raw.length;
}
