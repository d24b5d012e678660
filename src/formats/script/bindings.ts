import type { File, Node, NodeOf } from './ast.ts';
import { walk } from './walk.ts';

/** What a name stands for inside its scope. */
export type Meaning =
  /** The value of this node, and nothing else. */
  | { readonly kind: 'value'; readonly node: Node }
  /** The value of this node unless a caller passes another one. */
  | { readonly kind: 'default'; readonly node: Node }
  /** What `path` leads to inside the value of this node. */
  | { readonly kind: 'member'; readonly node: Node; readonly path: readonly string[] }
  /** Imported, reassigned, passed in, computed. */
  | { readonly kind: 'opaque' };

interface Binding {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
}

/** Meanings of the names of one module. */
export interface Bindings {
  readonly byName: ReadonlyMap<string, readonly Binding[]>;
}

const OPAQUE: Meaning = { kind: 'opaque' };

/** Collects every name a module declares. A variable that is assigned again, anywhere, is opaque. */
export function bindingsOf(program: File): Bindings {
  const byName = new Map<string, Binding[]>();
  const declare = (name: string, scope: Node | undefined, meaning: Meaning): void => {
    const { start, end } = scope ?? program;
    const binding = { start: start ?? 0, end: end ?? 0, meaning };
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [binding]);
    else known.push(binding);
  };
  const assigned = new Set<string>();
  walk(program, (node) => {
    if (node.type === 'AssignmentExpression')
      for (const { name } of namesIn(node.left)) assigned.add(name);
    if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier')
      assigned.add(node.argument.name);
    if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
      for (const { name } of namesIn(node.left)) assigned.add(name);
    }
  });
  walk(program, (node, ancestors) => declareNode(node, ancestors, assigned, declare));
  return { byName };
}

/** What a name means where it is used: its innermost declaration, `undefined` for a global. */
export function meaningOf(bindings: Bindings, name: string, offset: number): Meaning | undefined {
  let best: Binding | undefined;
  for (const binding of bindings.byName.get(name) ?? []) {
    if (binding.start > offset || binding.end <= offset) continue;
    if (best === undefined || binding.end - binding.start < best.end - best.start) best = binding;
  }
  return best?.meaning;
}

type Declare = (name: string, scope: Node | undefined, meaning: Meaning) => void;

function declareNode(
  node: Node,
  ancestors: readonly Node[],
  assigned: ReadonlySet<string>,
  declare: Declare,
): void {
  switch (node.type) {
    case 'VariableDeclarator':
      declareVariable(node, ancestors, assigned, declare);
      break;
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'FunctionDeclaration':
      if (node.id != null) {
        const meaning: Meaning =
          node.type === 'FunctionDeclaration' ? OPAQUE : { kind: 'value', node };
        declare(node.id.name, ancestors.findLast(isBlock), meaning);
      }
      break;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      declare(node.local.name, undefined, OPAQUE);
      break;
    case 'CatchClause':
      if (node.param != null)
        for (const { name } of namesIn(node.param)) declare(name, node, OPAQUE);
      break;
    default:
  }
  if (!isFunction(node)) return;
  for (const param of node.params) {
    const pattern = param.type === 'TSParameterProperty' ? param.parameter : param;
    for (const { name, fallback } of namesIn(pattern)) {
      const isConstant = fallback !== null && !assigned.has(name);
      declare(name, node, isConstant ? { kind: 'default', node: fallback } : OPAQUE);
    }
  }
}

function declareVariable(
  node: NodeOf<'VariableDeclarator'>,
  ancestors: readonly Node[],
  assigned: ReadonlySet<string>,
  declare: Declare,
): void {
  const declaration = ancestors.at(-1);
  const kind = declaration?.type === 'VariableDeclaration' ? declaration.kind : 'var';
  const scope = ancestors.findLast(kind === 'var' ? isFunctionScope : isBlock);
  const { init } = node;
  for (const { name, fallback, path } of namesIn(node.id)) {
    const isOpaque =
      init == null ||
      (kind !== 'const' && assigned.has(name)) ||
      path === null ||
      fallback !== null;
    if (isOpaque) declare(name, scope, OPAQUE);
    else
      declare(
        name,
        scope,
        path.length === 0 ? { kind: 'value', node: init } : { kind: 'member', node: init, path },
      );
  }
}

function isFunction(
  node: Node,
): node is Extract<Node, { readonly params: readonly Node[]; readonly body: Node }> {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'ObjectMethod' ||
    node.type === 'ClassMethod' ||
    node.type === 'ClassPrivateMethod'
  );
}

function isFunctionScope(node: Node): boolean {
  return isFunction(node) || node.type === 'Program' || node.type === 'StaticBlock';
}

function isBlock(node: Node): boolean {
  return (
    isFunctionScope(node) ||
    node.type === 'BlockStatement' ||
    node.type === 'SwitchStatement' ||
    node.type === 'TSModuleBlock' ||
    node.type.startsWith('For')
  );
}

/** A name that a pattern binds. */
interface Bound {
  readonly name: string;
  /** Its default value. */
  readonly fallback: Node | null;
  /** Keys that lead to it, `null` where they are not constant. */
  readonly path: readonly string[] | null;
}

function namesIn(pattern: Node, path: readonly string[] | null = []): readonly Bound[] {
  if (path !== null && path.length > 20) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [{ name: pattern.name, fallback: null, path }];
    case 'AssignmentPattern':
      return namesIn(pattern.left, path).map((bound) => ({
        ...bound,
        fallback: pattern.left.type === 'Identifier' ? pattern.right : bound.fallback,
        path: pattern.left.type === 'Identifier' ? path : null,
      }));
    case 'RestElement':
      return namesIn(pattern.argument, null);
    case 'VariableDeclaration':
      return pattern.declarations.flatMap(({ id }) => namesIn(id, null));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element, index) =>
        element === null ? [] : namesIn(element, path && [...path, String(index)]),
      );
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => {
        if (property.type === 'RestElement') return namesIn(property.argument, null);
        const key = staticKey(property);
        return namesIn(property.value, key === null ? null : path && [...path, key]);
      });
    default:
      return [];
  }
}

/** Key of a property, class member or enum member, `null` when it is computed. */
export function staticKey(property: Node): string | null {
  if ('computed' in property && property.computed === true) return null;
  const key =
    'key' in property ? property.key : property.type === 'TSEnumMember' ? property.id : null;
  if (key === null || typeof key !== 'object') return null;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? String(key.value) : null;
}
