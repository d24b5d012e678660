import type { BinaryOperator } from '../../formats/hcl/ast.ts';
import {
  asBoolean,
  asNumber,
  ERROR,
  equals,
  type HclValue,
  isUnknown,
  unknownOf,
} from './hcl-value.ts';

/** `-a` and `!a`. */
export function unary(operator: '-' | '!', value: HclValue): HclValue {
  if (isUnknown(value)) return unknownOf(value);
  if (operator === '!') {
    const truth = asBoolean(value);
    return truth === null ? ERROR : !truth;
  }
  const number = asNumber(value);
  return number === null ? ERROR : -number;
}

/** What an operator makes of two values; the second is only asked for where it matters. */
export function binary(
  operator: BinaryOperator,
  left: HclValue,
  rightOf: () => HclValue,
): HclValue {
  if (operator === '&&' || operator === '||') return logic(operator === '||', left, rightOf());
  const right = rightOf();
  if (operator === '==' || operator === '!=') {
    const same = equals(left, right);
    if (same === null) return unknownOf(left, right);
    return operator === '==' ? same : !same;
  }
  if (isUnknown(left) || isUnknown(right)) return unknownOf(left, right);
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a === null || b === null) return ERROR;
  const result = arithmetic(operator, a, b);
  return typeof result === 'number' && !Number.isFinite(result) ? ERROR : result;
}

/** Either operand may decide alone: `decisive` is what `||` and `&&` are when one of them is that. */
function logic(decisive: boolean, left: HclValue, right: HclValue): HclValue {
  const [a, b] = [asBoolean(left), asBoolean(right)];
  if (a === decisive || b === decisive) return decisive;
  return a === null || b === null ? unknownOf(left, right) : !decisive;
}

function arithmetic(
  operator: Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>,
  a: number,
  b: number,
): number | boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}
