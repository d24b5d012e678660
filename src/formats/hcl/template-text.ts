import { type EmbeddedText, type OffsetPair, sourceOffset } from '../../model/document.ts';
import { appendDecoded, finishText, mappedText } from '../positions.ts';

/** Literal text of a template; in a here-document, no longer than a line. */
export interface TextPiece extends EmbeddedText {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

/** The piece without its first characters. */
function dropStart(piece: TextPiece, count: number): TextPiece {
  if (count === 0) return piece;
  const map: OffsetPair[] = [[0, sourceOffset(piece, count)]];
  for (const [decoded, source] of piece.map)
    if (decoded > count) map.push([decoded - count, source]);
  return { ...piece, text: piece.text.slice(count), map };
}

/** The piece without the blanks and line breaks it starts with. */
export function trimmedStart(piece: TextPiece): TextPiece {
  return dropStart(piece, piece.text.length - piece.text.trimStart().length);
}

/** The piece without the blanks and line breaks it ends with. */
export function trimmedEnd(piece: TextPiece): TextPiece {
  const text = piece.text.trimEnd();
  if (text.length === piece.text.length) return piece;
  const map = piece.map.filter(([decoded]) => decoded === 0 || decoded < text.length);
  return { ...piece, text, map };
}

/** Pieces that follow each other, as one text. */
export function joined(pieces: readonly TextPiece[], start: number): EmbeddedText {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const target = mappedText();
  for (const { text, map } of pieces) {
    for (const [index, [decoded, source]] of map.entries())
      appendDecoded(target, text.slice(decoded, map[index + 1]?.[0]), source);
  }
  return finishText(target, start);
}

/**
 * The pieces of a `<<-` here-document without the indentation that all its lines share. Blank lines do not count and stay as they are; a line that
 * starts with a template has no indentation.
 */
export function withoutIndent<Other extends { readonly kind: string }>(
  pieces: readonly (TextPiece | Other)[],
): readonly (TextPiece | Other)[] {
  const first = lineStarts(pieces);
  let indent = Number.POSITIVE_INFINITY;
  for (const piece of first) indent = Math.min(indent, indentOf(piece));
  if (indent === 0 || indent === Number.POSITIVE_INFINITY) return pieces;
  const indented = new Set(first);
  return pieces.map((piece) =>
    isText(piece) && indented.has(piece) && indentOf(piece) !== Number.POSITIVE_INFINITY
      ? dropStart(piece, indent)
      : piece,
  );
}

function lineStarts<Other extends { readonly kind: string }>(
  pieces: readonly (TextPiece | Other)[],
): readonly (TextPiece | Other)[] {
  return pieces.filter((_, index) => {
    const before = pieces[index - 1];
    return before === undefined || (isText(before) && before.text.endsWith('\n'));
  });
}

function indentOf(piece: TextPiece | { readonly kind: string }): number {
  if (!isText(piece)) return 0;
  const blanks = piece.text.length - piece.text.trimStart().length;
  return blanks === piece.text.length && piece.text.endsWith('\n')
    ? Number.POSITIVE_INFINITY
    : blanks;
}

function isText(piece: TextPiece | { readonly kind: string }): piece is TextPiece {
  return piece.kind === 'text';
}
