import type { DataEntry, DataNode, MapNode, ScriptDocument } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Node, NodeOf } from './ast.ts';
import { staticKey } from './bindings.ts';
import { programOf } from './parse.ts';
import { literalSource } from './string-text.ts';

const deepest = 30;
/** Constants that name one another multiply: no more of them than this are expanded in one module. */
const mostExpanded = 200;

/**
 * The objects that a module of settings writes out: what it exports, and the objects its top-level constants hold, in source order. What is computed is an
 * expression. A spread of such a constant is expanded, so that later keys win.
 */
export function objectsOf(document: ScriptDocument): readonly MapNode[] {
  const constants = new Map<string, NodeOf<'ObjectExpression'>>();
  const objects: NodeOf<'ObjectExpression'>[] = [];
  for (const statement of programOf(document).program.body) {
    for (const { name, value } of valuesOf(statement)) {
      const object = unwrapped(value);
      if (object?.type !== 'ObjectExpression') continue;
      objects.push(object);
      if (name !== null) constants.set(name, object);
    }
  }
  const reader: Reader = { document, constants, left: mostExpanded };
  return objects.slice(0, 200).map((object) => mapOf(object, reader, 0));
}

interface Reader {
  readonly document: ScriptDocument;
  readonly constants: ReadonlyMap<string, NodeOf<'ObjectExpression'>>;
  /** How many constants may still be expanded. */
  left: number;
}

interface NamedValue {
  readonly name: string | null;
  readonly value: Node | null | undefined;
}

function valuesOf(statement: Node): readonly NamedValue[] {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.declarations.map(({ id, init }) => ({
        name: id.type === 'Identifier' ? id.name : null,
        value: init,
      }));
    case 'ExportNamedDeclaration':
      return statement.declaration == null ? [] : valuesOf(statement.declaration);
    case 'ExportDefaultDeclaration':
      return [{ name: null, value: statement.declaration }];
    case 'ExpressionStatement':
      return statement.expression.type === 'AssignmentExpression'
        ? [{ name: null, value: statement.expression.right }]
        : [];
    default:
      return [];
  }
}

/** `{…} as const`, `defineConfig({…})`, `new DataSource({…})` and `({…})` are the object. */
function unwrapped(node: Node | null | undefined): Node | null {
  let inner: Node | null = node ?? null;
  for (let depth = 0; depth < deepest && inner !== null; depth += 1) {
    if (
      inner.type === 'TSAsExpression' ||
      inner.type === 'TSSatisfiesExpression' ||
      inner.type === 'ParenthesizedExpression'
    ) {
      inner = inner.expression;
    } else if (
      (inner.type === 'CallExpression' || inner.type === 'NewExpression') &&
      inner.arguments.length === 1
    ) {
      inner = inner.arguments[0] ?? null;
    } else return inner;
  }
  return inner;
}

function mapOf(object: NodeOf<'ObjectExpression'>, reader: Reader, depth: number): MapNode {
  const entries = object.properties.flatMap((property): readonly DataEntry[] => {
    if (depth > deepest) return [];
    if (property.type === 'SpreadElement') return spread(property.argument, reader, depth);
    const key = staticKey(property);
    if (property.type !== 'ObjectProperty' || key === null) return [];
    const keyAt = rangeOf(property.key, reader);
    return [{ key, keyAt, labels: [], value: nodeOf(property.value, reader, depth + 1) }];
  });
  return { type: 'map', entries, at: rangeOf(object, reader) };
}

function spread(argument: Node, reader: Reader, depth: number): readonly DataEntry[] {
  const object = argument.type === 'Identifier' ? expanded(argument.name, reader) : argument;
  return object?.type === 'ObjectExpression' ? mapOf(object, reader, depth + 1).entries : [];
}

function expanded(name: string, reader: Reader): NodeOf<'ObjectExpression'> | undefined {
  const known = reader.constants.get(name);
  if (known === undefined || reader.left === 0) return undefined;
  reader.left -= 1;
  return known;
}

function nodeOf(node: Node, reader: Reader, depth: number): DataNode {
  const at = rangeOf(node, reader);
  const { text } = reader.document;
  const inner = unwrapped(node) ?? node;
  switch (inner.type) {
    case 'StringLiteral': {
      const { start, end } = rangeOf(inner, reader);
      const source = literalSource(text, start + 1, end - 1, inner.value, false);
      return { type: 'scalar', value: inner.value, ...source, at };
    }
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return {
        type: 'scalar',
        value: inner.value,
        text: String(inner.value),
        map: [[0, at.start]],
        at,
      };
    case 'NullLiteral':
      return { type: 'scalar', value: null, text: '', map: [[0, at.start]], at };
    case 'ObjectExpression':
      return mapOf(inner, reader, depth);
    case 'ArrayExpression': {
      const items = inner.elements.flatMap((item) =>
        item === null || depth > deepest ? [] : [nodeOf(item, reader, depth + 1)],
      );
      return { type: 'list', items, at };
    }
    case 'Identifier': {
      const known = depth > deepest ? undefined : expanded(inner.name, reader);
      if (known !== undefined) return mapOf(known, reader, depth + 1);
      return { type: 'expr', text: inner.name, refs: [inner.name], at };
    }
    default:
      return { type: 'expr', text: text.slice(at.start, at.end), refs: [], at };
  }
}

function rangeOf(node: Node, { document }: Reader): SourceRange {
  const start = node.start ?? 0;
  return { file: document.file, start, end: node.end ?? start };
}
