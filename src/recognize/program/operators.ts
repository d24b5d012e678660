import type { SourceRange } from '../../model/source.ts';
import { type PlainVal, plainVal, unknownVal, type Val } from './value.ts';

/** Longest text that is put together. */
const MAX_TEXT = 10_000;

/** The result of an operator with two operands. */
export function compare(operator: string, left: Val, right: Val, at: SourceRange): Val {
  if (left.kind === 'outer' && right.kind === 'outer') {
    const same = left.name === right.name;
    if (operator === '===' || operator === '==') return plainVal(same, at);
    if (operator === '!==' || operator === '!=') return plainVal(!same, at);
  }
  if (left.kind !== 'plain' || right.kind !== 'plain') return unknownVal(at);
  const result = plainResult(operator, left.value, right.value);
  return result === undefined ? unknownVal(at) : plainVal(result, at);
}

function plainResult(
  operator: string,
  left: PlainVal['value'],
  right: PlainVal['value'],
): PlainVal['value'] {
  switch (operator) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return left === right || (left == null && right == null) || String(left) === String(right);
    case '!=':
      return !(left === right || (left == null && right == null) || String(left) === String(right));
    case '+':
      return sum(left, right);
    default:
      return typeof left === 'number' && typeof right === 'number'
        ? arithmetic(operator, left, right)
        : undefined;
  }
}

function sum(left: PlainVal['value'], right: PlainVal['value']): PlainVal['value'] {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  const text = `${left}${right}`;
  return text.length > MAX_TEXT ? undefined : text;
}

function arithmetic(operator: string, left: number, right: number): PlainVal['value'] {
  switch (operator) {
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}
