import type { Knowledge } from '../../model/knowledge.ts';
import type { FilePath } from '../../model/source.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { type Evidence, operationOf } from './evidence.ts';
import { mutationFields } from './graphql-operations.ts';
import type { Module } from './guards.ts';
import { literalText, stringPattern } from './literal-text.ts';
import { bare, field, isCall, lastName, list, property, type SyntaxNode } from './syntax.ts';
import { graphqlTarget, type NamedTarget, valueTarget } from './targets.ts';
import { usesOf } from './uses.ts';

/** A destructive operation in a module. */
export interface FoundOperation extends Evidence {
  /** The document or call it is written in. */
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
  readonly target: NamedTarget | null;
}

/** Every destructive API operation of a module, in source order. */
export function operationsIn(
  module: Module,
  file: FilePath,
  knowledge: Knowledge,
): readonly FoundOperation[] {
  const found = module.tree.nodes.flatMap((node) => {
    if (isString(node)) return graphqlIn(module, node, file, knowledge);
    return isCall(node) ? httpIn(module, node, knowledge) : [];
  });
  return found.sort((a, b) => a.start - b.start);
}

function isString(node: SyntaxNode): boolean {
  return /^(?:StringLiteral|TemplateLiteral|BinaryExpression)$/.test(node.type);
}

function graphqlIn(
  module: Module,
  node: SyntaxNode,
  file: FilePath,
  knowledge: Knowledge,
): readonly FoundOperation[] {
  // A concatenation is read as a whole, not part by part.
  if (module.tree.parent(node)?.type === 'BinaryExpression') return [];
  const literal = literalText(node, module.source);
  if (literal === null) return [];
  return mutationFields(literal).flatMap((mutation) => {
    const evidence = operationOf(mutation, node, module, file, knowledge);
    if (evidence === undefined) return [];
    const { known } = evidence;
    const argument = mutation.arguments.find((one) => one.name === known.spec.argument);
    const uses = usesOf(module, node);
    const target = graphqlTarget(argument, mutation, uses, known, module, knowledge);
    return [{ ...evidence, node, start: mutation.start, end: mutation.end, target }];
  });
}

/** `fetch(url, { method: 'DELETE' })`, `axios.delete(url)`, `axios({ method, url })`. */
function httpIn(module: Module, call: SyntaxNode, knowledge: Knowledge): readonly FoundOperation[] {
  const request = requestOf(module, call);
  if (request === null) return [];
  const known = httpOperation(request.method, request.url, knowledge);
  if (known === undefined) return [];
  const target = lastHole(module, request.node, known, knowledge);
  const { start, end } = request.node;
  return [{ known, confidence: 'high', node: call, start, end, target }];
}

interface Request {
  readonly method: string;
  readonly url: string;
  readonly node: SyntaxNode;
}

function requestOf(module: Module, call: SyntaxNode): Request | null {
  const [first, second] = list(call, 'arguments');
  const callee = lastName(field(call, 'callee')) ?? '';
  const options = first?.type === 'ObjectExpression' ? first : second;
  const address = property(options, 'url') ?? property(options, 'uri') ?? first;
  const url = stringPattern(address, module.constants);
  if (address === undefined || url === null) return null;
  const written = stringPattern(property(options, 'method'), module.constants);
  const method = written ?? (/^(?:delete|del)$/.test(callee) ? 'DELETE' : callee.toUpperCase());
  return { method, url, node: address };
}

/** The last computed part of a URL usually is the id of what is deleted. */
function lastHole(
  module: Module,
  url: SyntaxNode,
  known: Evidence['known'],
  knowledge: Knowledge,
): NamedTarget | null {
  const hole = bare(list(url, 'expressions').at(-1));
  return hole === undefined ? null : valueTarget(hole, known, module, knowledge);
}
