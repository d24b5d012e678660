import { MAX_DEPTH } from '../positions.ts';
import type { Expression, Interpolation, TemplatePart } from './ast.ts';
import { type Cursor, fail, TOO_DEEP } from './cursor.ts';
import { joined, type TextPiece, trimmedEnd, trimmedStart } from './template-text.ts';

interface Sequence {
  readonly start: number;
  readonly end: number;
  /** Written with `~`: white space of the text beside it is dropped. */
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

/** `${ … }` or `%{ … }`. */
export type SequencePiece = Sequence &
  (
    | { readonly kind: 'interpolation'; readonly value: Expression }
    | { readonly kind: 'if'; readonly condition: Expression }
    | {
        readonly kind: 'for';
        readonly keyName: string | null;
        readonly valueName: string;
        readonly collection: Expression;
      }
    | { readonly kind: 'else' | 'endif' | 'endfor' }
  );

/** What a template is made of before its directives are matched. */
export type Piece = TextPiece | SequencePiece;

/** The pieces with the effect of their trim markers: each reaches as far as the piece beside it. */
export function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece) => piece.kind !== 'text' && (piece.trimsBefore || piece.trimsAfter)))
    return pieces;
  return pieces.map((piece, index) => {
    if (piece.kind !== 'text') return piece;
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    let result = piece;
    if (before !== undefined && before.kind !== 'text' && before.trimsAfter)
      result = trimmedStart(result);
    if (after !== undefined && after.kind !== 'text' && after.trimsBefore)
      result = trimmedEnd(result);
    return result;
  });
}

interface OpenDirective {
  readonly piece: SequencePiece;
  readonly parts: TemplatePart[];
  /** The part before `else`, once that is met. */
  whenTrue: readonly TemplatePart[] | null;
}

/** Joins neighbouring texts and puts what stands between directives into them; `null` when they do not match. */
export function templateParts(
  cursor: Cursor,
  pieces: readonly Piece[],
): readonly TemplatePart[] | null {
  const open: OpenDirective[] = [];
  const root: TemplatePart[] = [];
  let parts = root;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    switch (piece.kind) {
      case 'text': {
        const run: TextPiece[] = [];
        for (let next: Piece | undefined = piece; next?.kind === 'text'; next = pieces[index]) {
          run.push(next);
          index += 1;
        }
        index -= 1;
        addText(parts, run);
        break;
      }
      case 'interpolation':
        parts.push(interpolation(piece, piece.value));
        break;
      case 'if':
      case 'for':
        if (open.length >= MAX_DEPTH) return fail(cursor, TOO_DEEP, piece.start);
        parts = [];
        open.push({ piece, parts, whenTrue: null });
        break;
      case 'else': {
        const directive = open.at(-1);
        if (directive?.piece.kind !== 'if' || directive.whenTrue !== null)
          return unmatched(cursor, piece);
        directive.whenTrue = directive.parts.splice(0);
        break;
      }
      case 'endif':
      case 'endfor': {
        const closed = closedDirective(open.pop(), piece);
        if (closed === null) return unmatched(cursor, piece);
        parts = open.at(-1)?.parts ?? root;
        parts.push(closed);
        break;
      }
    }
  }
  const [unclosed] = open;
  return unclosed === undefined ? root : unmatched(cursor, unclosed.piece);
}

function unmatched(cursor: Cursor, piece: SequencePiece): null {
  return fail(cursor, 'A template directive has no counterpart.', piece.start);
}

function interpolation({ start, end }: SequencePiece, value: Expression): Interpolation {
  return { kind: 'interpolation', value, start, end };
}

function addText(parts: TemplatePart[], run: readonly TextPiece[]): void {
  const used = run.filter((piece) => piece.text !== '');
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return;
  const { text, map } = joined(used, first.start);
  const { start } = first;
  parts.push({ kind: 'literal', value: text, content: { text, map }, start, end: last.end });
}

function closedDirective(
  open: OpenDirective | undefined,
  close: SequencePiece,
): TemplatePart | null {
  if (open === undefined) return null;
  const { piece, parts } = open;
  const { start } = piece;
  const { end } = close;
  if (piece.kind === 'if' && close.kind === 'endif') {
    const { condition } = piece;
    const whenTrue = open.whenTrue ?? parts;
    const whenFalse = open.whenTrue === null ? [] : parts;
    return { kind: 'if-directive', condition, whenTrue, whenFalse, start, end };
  }
  if (piece.kind !== 'for' || close.kind !== 'endfor') return null;
  const { keyName, valueName, collection } = piece;
  return { kind: 'for-directive', keyName, valueName, collection, body: parts, start, end };
}
