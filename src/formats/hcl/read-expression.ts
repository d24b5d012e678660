import { MAX_DEPTH, verbatim } from '../positions.ts';
import type { BinaryOperator, Expression, Step } from './ast.ts';
import {
  type Cursor,
  fail,
  isNameStart,
  nameEnd,
  readName,
  skip,
  TOO_DEEP,
  take,
} from './cursor.ts';
import { readCall, readObject, readTuple } from './read-collection.ts';
import { readHeredoc } from './read-heredoc.ts';
import { readQuoted } from './read-template.ts';

/** Reads the expression at the cursor and stops behind it. */
export function readExpression(cursor: Cursor): Expression | null {
  if (cursor.depth >= MAX_DEPTH) return fail(cursor, TOO_DEEP);
  cursor.depth += 1;
  const expression = readConditional(cursor);
  cursor.depth -= 1;
  return expression;
}

function readConditional(cursor: Cursor): Expression | null {
  const condition = readOperation(cursor, 1);
  if (condition === null || cursor.text.charCodeAt(cursor.at) !== 63) return condition;
  cursor.at += 1;
  const whenTrue = readExpression(cursor);
  if (whenTrue === null) return null;
  if (!take(cursor, 58)) return fail(cursor, 'A condition has no second value.');
  const whenFalse = readExpression(cursor);
  if (whenFalse === null) return null;
  const { start } = condition;
  return { kind: 'conditional', condition, whenTrue, whenFalse, start, end: whenFalse.end };
}

/** Reads operands joined by operators that bind at least this tightly, and moves up to what follows. */
function readOperation(cursor: Cursor, least: number): Expression | null {
  let left = readOperand(cursor);
  for (let links = cursor.depth; left !== null; links += 1) {
    skip(cursor);
    const operator = operatorAt(cursor.text, cursor.at);
    if (operator === null) return left;
    const binding = BINDING[operator];
    if (binding < least) return left;
    // A long chain is a deep tree, and whoever walks it recurses.
    if (links >= MAX_DEPTH) return fail(cursor, TOO_DEEP);
    cursor.at += operator.length;
    const right = readOperation(cursor, binding + 1);
    if (right === null) return null;
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
  return null;
}

const BINDING: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

function operatorAt(text: string, at: number): BinaryOperator | null {
  const code = text.charCodeAt(at);
  switch (code) {
    case 33:
      return text.charCodeAt(at + 1) === 61 ? '!=' : null;
    case 37:
      return '%';
    case 38:
      return text.charCodeAt(at + 1) === 38 ? '&&' : null;
    case 42:
      return '*';
    case 43:
      return '+';
    case 45:
      return '-';
    case 47:
      return '/';
    case 60:
      return text.charCodeAt(at + 1) === 61 ? '<=' : '<';
    case 61:
      return text.charCodeAt(at + 1) === 61 ? '==' : null;
    case 62:
      return text.charCodeAt(at + 1) === 61 ? '>=' : '>';
    case 124:
      return text.charCodeAt(at + 1) === 124 ? '||' : null;
    default:
      return null;
  }
}

/** Reads a value and the steps into it. */
function readOperand(cursor: Cursor): Expression | null {
  const source = readTerm(cursor);
  if (source === null) return null;
  skip(cursor);
  if (!atStep(cursor)) return source;
  const steps: Step[] = [];
  if (!readSteps(cursor, steps, false)) return null;
  const end = steps.at(-1)?.end ?? source.end;
  return { kind: 'traversal', source, steps, start: source.start, end };
}

/** Whether a dot or a bracket follows; three dots are no step. */
function atStep({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  return code === 91 || (code === 46 && text.charCodeAt(at + 1) !== 46);
}

/** Reads steps as long as there are any; those behind `.*` are names only. */
function readSteps(cursor: Cursor, steps: Step[], namesOnly: boolean): boolean {
  for (;;) {
    skip(cursor);
    if (!atStep(cursor)) return true;
    const isBracket = cursor.text.charCodeAt(cursor.at) === 91;
    if (isBracket && namesOnly) return true;
    const step = isBracket ? readBracketStep(cursor) : readDotStep(cursor, namesOnly);
    if (step === null) return false;
    steps.push(step);
  }
}

function readDotStep(cursor: Cursor, inSplat: boolean): Step | null {
  const start = cursor.at;
  cursor.at += 1;
  skip(cursor);
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === 42 && !inSplat) {
    cursor.at += 1;
    return readSplat(cursor, start, true);
  }
  if (code >= 48 && code <= 57) {
    const end = digitsEnd(text, at);
    cursor.at = end;
    const content = verbatim(text, at, end);
    const key: Expression = {
      kind: 'literal',
      value: Number(content.text),
      content,
      start: at,
      end,
    };
    return { kind: 'index', key, start, end };
  }
  const name = readName(cursor);
  if (name === null) return fail(cursor, 'A name is missing after a dot.');
  return { kind: 'attribute', name, start, end: cursor.at };
}

function readBracketStep(cursor: Cursor): Step | null {
  const { at: start, spansLines } = cursor;
  cursor.at += 1;
  skip(cursor);
  if (cursor.text.charCodeAt(cursor.at) === 42) {
    cursor.at += 1;
    if (!take(cursor, 93)) return fail(cursor, 'A bracket is not closed.');
    return readSplat(cursor, start, false);
  }
  cursor.spansLines = true;
  const key = readExpression(cursor);
  if (key === null) return null;
  if (!take(cursor, 93)) return fail(cursor, 'A bracket is not closed.');
  cursor.spansLines = spansLines;
  return { kind: 'index', key, start, end: cursor.at };
}

function readSplat(cursor: Cursor, start: number, namesOnly: boolean): Step | null {
  if (cursor.depth >= MAX_DEPTH) return fail(cursor, TOO_DEEP);
  const each: Step[] = [];
  const end = cursor.at;
  cursor.depth += 1;
  if (!readSteps(cursor, each, namesOnly)) return null;
  cursor.depth -= 1;
  return { kind: 'splat', each, start, end: each.at(-1)?.end ?? end };
}

function readTerm(cursor: Cursor): Expression | null {
  skip(cursor);
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  switch (code) {
    case 34:
      return readQuoted(cursor);
    case 91:
      return readTuple(cursor);
    case 123:
      return readObject(cursor);
    case 40:
      return readGroup(cursor);
    case 45:
    case 33:
      return readUnary(cursor, code === 45 ? '-' : '!');
    case 60:
      return readHeredoc(cursor);
  }
  if (code >= 48 && code <= 57) return readNumber(cursor);
  if (isNameStart(text, at)) return readWord(cursor);
  return fail(cursor, 'A value is missing or not readable.');
}

function readWord(cursor: Cursor): Expression | null {
  const { text, at: start } = cursor;
  const end = nameEnd(text, start);
  const name = text.slice(start, end);
  cursor.at = end;
  skip(cursor);
  const next = text.charCodeAt(cursor.at);
  if (next === 40 || (next === 58 && text.charCodeAt(cursor.at + 1) === 58))
    return readCall(cursor, name, start);
  if (name === 'true' || name === 'false' || name === 'null') {
    const value = name === 'null' ? null : name === 'true';
    return { kind: 'literal', value, content: verbatim(text, start, end), start, end };
  }
  return { kind: 'variable', name, start, end };
}

function readUnary(cursor: Cursor, operator: '-' | '!'): Expression | null {
  if (cursor.depth >= MAX_DEPTH) return fail(cursor, TOO_DEEP);
  const start = cursor.at;
  cursor.at += 1;
  cursor.depth += 1;
  const operand = readOperand(cursor);
  cursor.depth -= 1;
  if (operand === null) return null;
  return { kind: 'unary', operator, operand, start, end: operand.end };
}

function readGroup(cursor: Cursor): Expression | null {
  const { at: start, spansLines } = cursor;
  cursor.at += 1;
  cursor.spansLines = true;
  const inner = readExpression(cursor);
  if (inner === null) return null;
  if (!take(cursor, 41)) return fail(cursor, 'A parenthesis is not closed.');
  cursor.spansLines = spansLines;
  return { kind: 'group', inner, start, end: cursor.at };
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (!(code >= 48 && code <= 57)) return at;
    at += 1;
  }
}

function readNumber(cursor: Cursor): Expression | null {
  const { text, at: start } = cursor;
  let end = digitsEnd(text, start);
  if (text.charCodeAt(end) === 46) {
    const fraction = digitsEnd(text, end + 1);
    if (fraction > end + 1) end = fraction;
  }
  const mark = text.charCodeAt(end);
  if (mark === 101 || mark === 69) {
    const sign = text.charCodeAt(end + 1);
    const from = sign === 43 || sign === 45 ? end + 2 : end + 1;
    const exponent = digitsEnd(text, from);
    if (exponent > from) end = exponent;
  }
  // A version such as 1.2.3 is no number and no path into one.
  if (text.charCodeAt(end) === 46 && digitsEnd(text, end + 1) > end + 1)
    return fail(cursor, 'A number is malformed.');
  const content = verbatim(text, start, end);
  cursor.at = end;
  return { kind: 'literal', value: Number(content.text), content, start, end };
}
