import type { Node } from './ast.ts';
import { staticKey } from './bindings.ts';

/** Objects spread into objects spread into objects. */
const MAX_SPREADS = 20;

/**
 * The node that decides a member of an object, list, enum or class, `null` when there is none or something may
 * replace it. `follow` resolves what is spread into an object.
 */
export function memberOf(
  object: Node,
  key: string,
  follow: (node: Node) => Node | null,
): Node | null {
  switch (object.type) {
    case 'ObjectExpression':
      return propertyOf(object.properties, key, follow, 0);
    case 'TSEnumDeclaration': {
      const member = object.members.findLast((candidate) => staticKey(candidate) === key);
      return member?.initializer ?? null;
    }
    case 'ClassDeclaration':
    case 'ClassExpression': {
      const member = object.body.body.findLast(
        (candidate) =>
          candidate.type === 'ClassProperty' &&
          candidate.static === true &&
          staticKey(candidate) === key,
      );
      return member?.type === 'ClassProperty' ? (member.value ?? null) : null;
    }
    case 'ArrayExpression': {
      if (!/^\d{1,6}$/.test(key)) return null;
      const before = object.elements.slice(0, Number(key) + 1);
      return before.some((element) => element?.type === 'SpreadElement')
        ? null
        : (before[Number(key)] ?? null);
    }
    default:
      return null;
  }
}

function propertyOf(
  properties: readonly Node[],
  key: string,
  follow: (node: Node) => Node | null,
  depth: number,
): Node | null {
  if (depth > MAX_SPREADS) return null;
  for (const property of [...properties].reverse()) {
    if (property.type === 'SpreadElement') {
      const spread = follow(property.argument);
      if (spread?.type !== 'ObjectExpression') return null;
      const member = propertyOf(spread.properties, key, follow, depth + 1);
      if (member !== null) return member;
    } else if (staticKey(property) === key) {
      return property.type === 'ObjectProperty' ? property.value : null;
    }
  }
  return null;
}
