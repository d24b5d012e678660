import type { DataNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';

/** What names stand for in one file, for one set of parameters. */
export interface Scope {
  /** `undefined` where the file declares no such name. */
  readonly lookUp: (name: string, depth: number) => DataNode | undefined;
  /** Id of the resource that a symbol, or a type with names, stands for. */
  readonly refOf: (symbol: string) => string | undefined;
  readonly allowance: { left: number };
}

export function unread(at: SourceRange, refs: readonly string[] = []): DataNode {
  return { type: 'expr', text: '', refs, at };
}

/** Texts put together. */
export function joined(parts: readonly DataNode[], at: SourceRange): DataNode {
  const refs = parts.flatMap((part) => (part.type === 'expr' ? part.refs : []));
  if (parts.some(({ type }) => type !== 'scalar')) return unread(at, refs);
  const text = parts.map((part) => (part.type === 'scalar' ? part.text : '')).join('');
  return text.length > 20_000 ? unread(at) : scalarNode(text, at);
}

/** Whether two values are equal, or in order. */
export function relation(
  operator: string,
  left: DataNode,
  right: DataNode,
  at: SourceRange,
): DataNode {
  if (left.type !== 'scalar' || right.type !== 'scalar') return unread(at);
  const [a, b] = [Number(left.text), Number(right.text)];
  switch (operator) {
    case '==':
      return truthNode(left.text === right.text, at);
    case '!=':
      return truthNode(left.text !== right.text, at);
    case '=~':
      return truthNode(left.text.toLowerCase() === right.text.toLowerCase(), at);
    case '!~':
      return truthNode(left.text.toLowerCase() !== right.text.toLowerCase(), at);
    case '<':
      return truthNode(a < b, at);
    case '>':
      return truthNode(a > b, at);
    case '<=':
      return truthNode(a <= b, at);
    case '>=':
      return truthNode(a >= b, at);
    case '+':
      return Number.isFinite(a + b) ? scalarNode(a + b, at) : unread(at);
    default:
      return unread(at);
  }
}

/** The value where two ways lead to the same one. */
export function agreed(one: DataNode, other: DataNode, at: SourceRange): DataNode {
  if (one.type === 'scalar' && other.type === 'scalar' && one.text === other.text)
    return { ...one, at };
  return unread(at);
}

export function truthOf(node: DataNode): boolean | undefined {
  if (node.type !== 'scalar') return undefined;
  if (/^true$/i.test(node.text)) return true;
  return /^false$/i.test(node.text) ? false : undefined;
}

export function truthNode(truth: boolean | undefined, at: SourceRange): DataNode {
  return truth === undefined ? unread(at) : scalarNode(truth, at);
}

export function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}
