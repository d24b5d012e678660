import type { DataEntry, DataNode } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import type { Expression, LiteralExpression, ObjectItem } from './ast.ts';
import { referencesOf } from './references.ts';

/**
 * The node of an expression: constants, and lists and objects whatever they hold, have a shape; all else is an `expr`. An object with a computed
 * key is an `expr` as well, since that key can be any.
 */
export function buildNode(file: FilePath, text: string, expression: Expression): DataNode {
  const { start, end } = expression;
  const at: SourceRange = { file, start, end };
  switch (expression.kind) {
    case 'literal':
      return scalar(expression, at);
    case 'tuple':
      return {
        type: 'list',
        items: expression.items.map((item) => buildNode(file, text, item)),
        at,
      };
    case 'object': {
      const entries = buildEntries(file, text, expression.items);
      return entries === null ? computed(text, expression, at) : { type: 'map', entries, at };
    }
    case 'unary':
      return (
        negative(expression.operator, expression.operand, text, at) ??
        computed(text, expression, at)
      );
    case 'group': {
      const inner = buildNode(file, text, expression.inner);
      return inner.type === 'expr' ? computed(text, expression, at) : { ...inner, at };
    }
    case 'template':
    case 'variable':
    case 'traversal':
    case 'call':
    case 'conditional':
    case 'for':
    case 'binary':
      return computed(text, expression, at);
  }
}

function scalar({ value, content }: LiteralExpression, at: SourceRange): DataNode {
  return { type: 'scalar', value, text: content.text, map: content.map, at };
}

function computed(text: string, expression: Expression, at: SourceRange): DataNode {
  return { type: 'expr', text: text.slice(at.start, at.end), refs: referencesOf(expression), at };
}

function negative(
  operator: '-' | '!',
  operand: Expression,
  text: string,
  at: SourceRange,
): DataNode | null {
  if (operator !== '-' || operand.kind !== 'literal' || typeof operand.value !== 'number')
    return null;
  const digits = operand.content.text;
  const map = [
    [0, at.start] as const,
    ...(operand.start > at.start + 1 ? [[1, operand.start] as const] : []),
  ];
  return {
    type: 'scalar',
    value: -operand.value,
    text: `${text.charAt(at.start)}${digits}`,
    map,
    at,
  };
}

function buildEntries(
  file: FilePath,
  text: string,
  items: readonly ObjectItem[],
): readonly DataEntry[] | null {
  const entries: DataEntry[] = [];
  for (const { key, value } of items) {
    const name = constantKey(key);
    if (name === null) return null;
    const keyAt = { file, start: key.start, end: key.end };
    entries.push({ key: name, keyAt, labels: [], value: buildNode(file, text, value) });
  }
  return entries;
}

function constantKey(key: Expression): string | null {
  if (key.kind === 'group') return constantKey(key.inner);
  return key.kind === 'literal' ? key.content.text : null;
}
