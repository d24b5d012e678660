import type { Expression } from './ast.ts';
import { type Cursor, cursorAt, skip } from './cursor.ts';
import { readExpression } from './read-expression.ts';
import { readBareTemplate } from './read-template.ts';

/**
 * Reads the expression that starts at an offset of a text; all offsets in the result are offsets into that text.
 * With `end`, what stands up to there must be one expression, which may go over several lines as it does inside of brackets; this is how an `expr`
 * node is read again. Without, the expression ends where the language ends it, and what follows is not looked at.
 * `null` for what is no expression.
 */
export function parseExpression(text: string, offset: number, end?: number): Expression | null {
  const cursor = cursorAt(end === undefined ? text : text.slice(0, end), offset, readExpression);
  cursor.spansLines = end !== undefined;
  const expression = readExpression(cursor);
  return end === undefined ? expression : wholeOf(cursor, expression);
}

/** Reads a text that is a template without quotes or escapes, as strings of Terraform's JSON syntax are; `null` for a broken one. */
export function parseTemplate(text: string): Expression | null {
  const cursor = cursorAt(text, 0, readExpression);
  return wholeOf(cursor, readBareTemplate(cursor));
}

function wholeOf(cursor: Cursor, expression: Expression | null): Expression | null {
  skip(cursor);
  return cursor.at >= cursor.text.length && cursor.failure === null ? expression : null;
}
