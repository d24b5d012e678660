import type { FilePath, SourceRange } from '../../model/source.ts';
import type { Expression, Statement } from './ast.ts';
import { Cursor } from './cursor.ts';
import { readExpression } from './expression.ts';

const MAX_STATEMENTS = 5000;

/** The declarations of a file. Never throws: lines that are not understood are left out. */
export function parseBicep(file: FilePath, text: string): readonly Statement[] {
  const cursor = new Cursor(file, text);
  const found: Statement[] = [];
  while (!cursor.isAtEnd && found.length < MAX_STATEMENTS) {
    cursor.skip(true);
    const before = cursor.position;
    if (cursor.take('@')) {
      readExpression(cursor, nestedIn);
    } else {
      const statement = readStatement(cursor, 0);
      if (statement !== null) found.push(statement);
      else cursor.match(/[^\n]*/y);
    }
    if (cursor.position === before) cursor.position += 1;
  }
  return found;
}

/** `[concat(parameters('a'), 'b')]` without its brackets; everything in it has the place of the text that it stands in. */
export function parseTemplateExpression(text: string, at: SourceRange): Expression {
  const cursor = new Cursor(at.file, text, at);
  cursor.skip(true);
  return readExpression(cursor, nestedIn);
}

/** Resources inside of a resource, and what describes them. */
function nestedIn(cursor: Cursor, depth: number): Statement | null {
  if (cursor.isTemplate) return null;
  if (cursor.text[cursor.position] === '@') {
    cursor.position += 1;
    readExpression(cursor, nestedIn, depth);
    cursor.skip(true);
  }
  if (
    !/^resource\s+[A-Za-z_]\w*\s+'/.test(cursor.text.slice(cursor.position, cursor.position + 300))
  )
    return null;
  return readStatement(cursor, depth);
}

function readStatement(cursor: Cursor, depth: number): Statement | null {
  const start = cursor.position;
  const kind = cursor.word();
  cursor.skip(false);
  switch (kind) {
    case 'param':
    case 'var':
      return value(cursor, kind, start, depth);
    case 'resource':
    case 'module':
      return declaration(cursor, kind, start, depth);
    case 'using': {
      const target = literal(cursor) ?? '';
      return { kind, name: '', at: cursor.range(start), target, isExisting: false, value: null };
    }
    default:
      return null;
  }
}

function value(
  cursor: Cursor,
  kind: 'param' | 'var',
  start: number,
  depth: number,
): Statement | null {
  const name = cursor.word();
  if (name === null) return null;
  const at = cursor.range(start);
  const base = { kind, name, at, target: '', isExisting: false } as const;
  skipType(cursor);
  if (!cursor.take('=')) return { ...base, value: null };
  cursor.skip(true);
  return { ...base, value: readExpression(cursor, nestedIn, depth) };
}

/** Types may be unions of texts, objects and lists; what matters is where they end. */
function skipType(cursor: Cursor): void {
  let open = 0;
  while (!cursor.isAtEnd) {
    cursor.skip(open > 0);
    if (cursor.match(/'(?:[^'\\\n]|\\.)*'/y) !== null) continue;
    const next = cursor.text[cursor.position] ?? '';
    if (open === 0 && (next === '=' || next === '\n' || next === '')) return;
    if (/[{[(<]/.test(next)) open += 1;
    if (/[}\])>]/.test(next)) open -= 1;
    cursor.position += 1;
  }
}

function declaration(
  cursor: Cursor,
  kind: 'resource' | 'module',
  start: number,
  depth: number,
): Statement | null {
  const name = cursor.word();
  cursor.skip(false);
  const target = literal(cursor);
  if (name === null || target === null) return null;
  const at = cursor.range(start);
  cursor.skip(false);
  const isExisting = cursor.isNext('existing');
  if (isExisting) cursor.take('existing');
  cursor.skip(false);
  if (!cursor.take('=')) return null;
  cursor.skip(true);
  const type = kind === 'resource' ? (target.split('@')[0] ?? target) : target;
  return {
    kind,
    name,
    at,
    target: type,
    isExisting,
    value: readExpression(cursor, nestedIn, depth),
  };
}

function literal(cursor: Cursor): string | null {
  const text = cursor.match(/'[^'\n]{0,500}'/y);
  return text === null ? null : text.slice(1, -1);
}
