import type { Expression } from '../../formats/hcl/ast.ts';
import {
  asBoolean,
  asNumber,
  asText,
  type HclValue,
  isList,
  isMap,
  isUnknown,
  listOf,
  mapOf,
  setOf,
  unknownOf,
} from './hcl-value.ts';

/** What a variable's type makes of a value: texts become numbers, attributes that are left out get their defaults. */
export type Conversion = (value: HclValue) => HclValue;

/** Evaluates the default of an optional attribute; only constants occur there. */
type Constant = (expression: Expression) => HclValue;

const asIs: Conversion = (value) => value;

/**
 * The conversion that a type constraint such as `object({ size = optional(number, 20) })` stands for. What does not fit stays as it is: that such a
 * configuration is refused is not for us to say.
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints (read 2026-11-21)
 */
export function conversionOf(type: Expression | null, constant: Constant, depth = 0): Conversion {
  if (type === null || depth > 30) return asIs;
  if (type.kind === 'group') return conversionOf(type.inner, constant, depth + 1);
  if (type.kind === 'variable') return simple(type.name);
  if (type.kind !== 'call') return asIs;
  const [argument] = type.args;
  if (argument === undefined) return asIs;
  switch (type.name) {
    case 'list':
    case 'set': {
      const item = conversionOf(argument, constant, depth + 1);
      const make = type.name === 'set' ? setOf : listOf;
      return (value) => (isList(value) ? make(value.items.map(item)) : value);
    }
    case 'map': {
      const item = conversionOf(argument, constant, depth + 1);
      return (value) =>
        isMap(value)
          ? mapOf(new Map([...value.entries].map(([key, one]) => [key, item(one)])), value.rest)
          : value;
    }
    case 'tuple':
      return asIs;
    case 'optional':
      return conversionOf(argument, constant, depth + 1);
    case 'object':
      return argument.kind === 'object' ? objectConversion(argument, constant, depth) : asIs;
    default:
      return asIs;
  }
}

function simple(name: string): Conversion {
  const decode =
    name === 'bool' ? asBoolean : name === 'number' ? asNumber : name === 'string' ? asText : null;
  return decode === null
    ? asIs
    : (value) => (value === null || isUnknown(value) ? value : (decode(value) ?? value));
}

function objectConversion(
  { items }: Extract<Expression, { readonly kind: 'object' }>,
  constant: Constant,
  depth: number,
): Conversion {
  const attributes = items.flatMap((item) => {
    if (item.key.kind !== 'literal') return [];
    const { value } = item;
    const fallback = value.kind === 'call' && value.name === 'optional' ? value.args[1] : undefined;
    const convert = conversionOf(value, constant, depth + 1);
    return [
      {
        name: item.key.content.text,
        convert,
        fallback: fallback === undefined ? null : constant(fallback),
      },
    ];
  });
  return (value) => {
    if (!isMap(value)) return value;
    const entries = new Map<string, HclValue>();
    for (const { name, convert, fallback } of attributes) {
      const given = value.entries.get(name) ?? null;
      if (given === null && value.rest !== null) entries.set(name, unknownOf(value.rest));
      else entries.set(name, convert(given ?? fallback));
    }
    // Attributes that the type does not name are dropped.
    return mapOf(entries);
  };
}
