import type { Expression, ObjectEntry, Statement } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { readText } from './text.ts';

/** Expressions inside of each other. */
const MAX_DEPTH = 80;
/** Binary operators, weakest first. */
const levels: readonly RegExp[] = [
  /\?\?/y,
  /\|\|/y,
  /&&/y,
  /==|!=|=~|!~/y,
  /<=|>=|<|>/y,
  /\+|-/y,
  /\*|\/(?![/*])|%/y,
];
const MAX_CHAIN = 400;

/** Reads a declaration inside of a resource; `null` where none comes next. */
export type ReadNested = (cursor: Cursor, depth: number) => Statement | null;

/** The expression that comes next; `unread` where it is none, with the cursor at the place that is not understood. */
export function readExpression(cursor: Cursor, nested: ReadNested, depth = 0): Expression {
  const start = cursor.position;
  if (depth > MAX_DEPTH) return { type: 'unread', at: cursor.range(start) };
  const condition = binary(cursor, nested, depth, 0);
  if (!continues(cursor, '?', '??')) return condition;
  cursor.take('?');
  cursor.skip(true);
  const yes = readExpression(cursor, nested, depth + 1);
  if (!continues(cursor, ':')) return { type: 'unread', at: cursor.range(start) };
  cursor.take(':');
  cursor.skip(true);
  const no = readExpression(cursor, nested, depth + 1);
  return {
    type: 'operation',
    operator: '?:',
    operands: [condition, yes, no],
    at: cursor.range(start),
  };
}

/** Whether an operator follows, on the next line too; the cursor stays where it is if not. */
function continues(cursor: Cursor, operator: string, except = '\0'): boolean {
  const { position } = cursor;
  cursor.skip(true);
  if (
    cursor.text.startsWith(operator, cursor.position) &&
    !cursor.text.startsWith(except, cursor.position)
  )
    return true;
  cursor.position = position;
  return false;
}

function binary(cursor: Cursor, nested: ReadNested, depth: number, level: number): Expression {
  const pattern = levels[level];
  if (pattern === undefined) return unary(cursor, nested, depth);
  const start = cursor.position;
  let left = binary(cursor, nested, depth, level + 1);
  for (let chain = 0; chain < MAX_CHAIN; chain += 1) {
    const before = cursor.position;
    // Words of logic may begin a line; a sign there would be something new.
    cursor.skip(level < 3);
    const operator = cursor.match(pattern);
    if (operator === null) {
      cursor.position = before;
      return left;
    }
    cursor.skip(true);
    const right = binary(cursor, nested, depth, level + 1);
    left = { type: 'operation', operator, operands: [left, right], at: cursor.range(start) };
  }
  return left;
}

function unary(cursor: Cursor, nested: ReadNested, depth: number): Expression {
  const start = cursor.position;
  const operator = cursor.match(/[!-]/y);
  if (operator === null) return postfix(cursor, nested, depth);
  cursor.skip(false);
  if (depth > MAX_DEPTH) return { type: 'unread', at: cursor.range(start) };
  const operand = unary(cursor, nested, depth + 1);
  return {
    type: 'operation',
    operator: `${operator}1`,
    operands: [operand],
    at: cursor.range(start),
  };
}

function postfix(cursor: Cursor, nested: ReadNested, depth: number): Expression {
  const start = cursor.position;
  let value = primary(cursor, nested, depth);
  for (let chain = 0; chain < MAX_CHAIN; chain += 1) {
    if (cursor.match(/!(?!=)/y) !== null) continue;
    if (cursor.match(/\.\??|::/y) !== null) {
      const name = cursor.word();
      if (name === null) return { type: 'unread', at: cursor.range(start) };
      const at = cursor.range(start);
      value = cursor.take('(')
        ? {
            type: 'call',
            of: value,
            name,
            args: args(cursor, nested, depth),
            at: cursor.range(start),
          }
        : { type: 'member', of: value, key: { type: 'literal', value: name, at }, at };
    } else if (cursor.match(/\[\??/y) !== null) {
      cursor.skip(true);
      const key = readExpression(cursor, nested, depth + 1);
      cursor.skip(true);
      if (!cursor.take(']')) return { type: 'unread', at: cursor.range(start) };
      value = { type: 'member', of: value, key, at: cursor.range(start) };
    } else return value;
  }
  return value;
}

function args(cursor: Cursor, nested: ReadNested, depth: number): readonly Expression[] {
  const found: Expression[] = [];
  for (;;) {
    cursor.skip(true);
    if (cursor.isAtEnd || cursor.take(')')) return found;
    const before = cursor.position;
    found.push(readExpression(cursor, nested, depth + 1));
    cursor.skip(true);
    cursor.take(',');
    if (cursor.position === before) return found;
  }
}

function primary(cursor: Cursor, nested: ReadNested, depth: number): Expression {
  const start = cursor.position;
  const number = cursor.match(/\d+(?:\.\d+)?/y);
  if (number !== null) return { type: 'literal', value: Number(number), at: cursor.range(start) };
  if (cursor.text[start] === "'")
    return readText(cursor, () => readExpression(cursor, nested, depth + 1));
  if (cursor.take('(')) {
    cursor.skip(true);
    const inner = readExpression(cursor, nested, depth + 1);
    cursor.skip(true);
    return cursor.take(')') ? inner : { type: 'unread', at: cursor.range(start) };
  }
  if (cursor.take('{')) return object(cursor, nested, depth, start);
  if (cursor.take('[')) return list(cursor, nested, depth, start);
  return named(cursor, nested, depth, start);
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function named(cursor: Cursor, nested: ReadNested, depth: number, start: number): Expression {
  const name = cursor.word();
  if (name === null) return { type: 'unread', at: cursor.range(start) };
  const word = words[name];
  if (word !== undefined) {
    // Templates in JSON call them as functions.
    cursor.take('()');
    return { type: 'literal', value: word, at: cursor.range(start) };
  }
  if (name === 'if' && !cursor.isTemplate) {
    cursor.skip(false);
    const condition = postfix(cursor, nested, depth + 1);
    cursor.skip(true);
    const body = readExpression(cursor, nested, depth + 1);
    return { type: 'if', condition, body, at: cursor.range(start) };
  }
  if (cursor.take('('))
    return {
      type: 'call',
      of: null,
      name,
      args: args(cursor, nested, depth),
      at: cursor.range(start),
    };
  return { type: 'name', name, at: cursor.range(start) };
}

function object(cursor: Cursor, nested: ReadNested, depth: number, start: number): Expression {
  const found: ObjectEntry[] = [];
  const inside: Statement[] = [];
  for (;;) {
    cursor.skip(true);
    cursor.take(',');
    cursor.skip(true);
    if (cursor.isAtEnd || cursor.take('}')) break;
    const before = cursor.position;
    const statement = nested(cursor, depth + 1);
    if (statement !== null) inside.push(statement);
    else if (!entry(cursor, nested, depth, found)) cursor.match(/[^\n}]*/y);
    if (cursor.position === before) cursor.position += 1;
  }
  return { type: 'object', entries: found, nested: inside, at: cursor.range(start) };
}

function entry(cursor: Cursor, nested: ReadNested, depth: number, found: ObjectEntry[]): boolean {
  const start = cursor.position;
  if (cursor.take('...')) {
    // What is spread is read as a value without a key.
    const value = readExpression(cursor, nested, depth + 1);
    found.push({ key: { type: 'unread', at: cursor.range(start) }, value });
    return true;
  }
  const name = cursor.word();
  const key: Expression =
    name === null
      ? primary(cursor, nested, depth + 1)
      : { type: 'literal', value: name, at: cursor.range(start) };
  cursor.skip(false);
  if (!cursor.take(':')) return false;
  cursor.skip(true);
  found.push({ key, value: readExpression(cursor, nested, depth + 1) });
  return true;
}

function list(cursor: Cursor, nested: ReadNested, depth: number, start: number): Expression {
  cursor.skip(true);
  if (cursor.isNext('for')) return loop(cursor, nested, depth, start);
  const found: Expression[] = [];
  for (;;) {
    cursor.skip(true);
    cursor.take(',');
    cursor.skip(true);
    if (cursor.isAtEnd || cursor.take(']')) break;
    const before = cursor.position;
    cursor.take('...');
    found.push(readExpression(cursor, nested, depth + 1));
    if (cursor.position === before) cursor.position += 1;
  }
  return { type: 'array', items: found, at: cursor.range(start) };
}

function loop(cursor: Cursor, nested: ReadNested, depth: number, start: number): Expression {
  cursor.take('for');
  cursor.skip(true);
  const names = (cursor.match(/\([^()\n]{1,200}\)|\w+/y) ?? '').match(/\w+/g) ?? [];
  cursor.skip(true);
  if (!cursor.isNext('in')) return { type: 'unread', at: cursor.range(start) };
  cursor.take('in');
  cursor.skip(true);
  const over = readExpression(cursor, nested, depth + 1);
  cursor.skip(true);
  cursor.take(':');
  cursor.skip(true);
  const body = readExpression(cursor, nested, depth + 1);
  cursor.skip(true);
  cursor.take(']');
  return { type: 'loop', names, over, body, at: cursor.range(start) };
}
