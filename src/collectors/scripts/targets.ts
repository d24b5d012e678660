import type { EntityKey } from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { Knowledge, Known, OperationSpec } from '../../model/knowledge.ts';
import { processEnvironment } from './env-names.ts';
import type { MutationArgument } from './graphql-operations.ts';
import type { Module } from './guards.ts';
import { stringPattern } from './literal-text.ts';
import { bare, inside, isCall, list, property, type SyntaxNode } from './syntax.ts';

/** The one thing that a call is written to destroy. */
export interface NamedTarget {
  readonly key: EntityKey;
  readonly because: string;
  /** Offsets into the file. */
  readonly at: { readonly start: number; readonly end: number };
}

/** The target that a mutation's argument names, by a fixed id or by a variable whose meaning is known. */
export function graphqlTarget(
  argument: MutationArgument | undefined,
  field: { readonly start: number; readonly end: number },
  uses: readonly SyntaxNode[],
  operation: Known<OperationSpec>,
  module: Module,
  knowledge: Knowledge,
): NamedTarget | null {
  if (argument === undefined) return null;
  if (argument.literal !== null) return fixed(argument.literal, field, operation, knowledge);
  const { variable } = argument;
  if (variable === null) return null;
  for (const use of uses) {
    const value = variableValue(module, use, variable);
    const target = value && valueTarget(value, operation, module, knowledge);
    if (target) return target;
  }
  return null;
}

/** The target an expression names. */
export function valueTarget(
  value: SyntaxNode,
  operation: Known<OperationSpec>,
  module: Module,
  knowledge: Knowledge,
): NamedTarget | null {
  const id = stringPattern(value, module.constants);
  if (id !== null && !id.includes('{}')) return fixed(id, value, operation, knowledge);
  const constant = module.constants.get(
    value.type === 'Identifier' && typeof value['name'] === 'string' ? value['name'] : '',
  );
  const read = processEnvironment(module).find(
    (one) => inside(one.node, value) || (constant !== undefined && inside(one.node, constant)),
  );
  if (read === undefined || knowledge.variable(read.name)?.spec.names.what !== 'store') return null;
  return {
    key: variableKey(read.name),
    because: `${operation.spec.name} is called with the id in ${read.name}`,
    at: value,
  };
}

function fixed(
  id: string,
  at: { readonly start: number; readonly end: number },
  operation: Known<OperationSpec>,
  knowledge: Knowledge,
): NamedTarget | null {
  const { spec, provider } = operation;
  // Only ids that can be no placeholder and no name of a variable.
  if (spec.argument === null || !/^(?=.*\d)[A-Za-z0-9-]{8,64}$/.test(id)) return null;
  const store = knowledge.provider(provider)?.stores.find((one) => one.holds === spec.destroys);
  if (store === undefined) return null;
  return {
    key: entityKey(`${provider}:${store.product}/${id}`),
    because: `${spec.name} is called with its id`,
    at: { start: at.start, end: at.end },
  };
}

/** What the call that sends a document gives for one of its variables. */
function variableValue(module: Module, use: SyntaxNode, name: string): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = use;
  for (let step = 0; step < 8 && node !== undefined; step += 1) {
    const objects: readonly SyntaxNode[] = isCall(node)
      ? list(node, 'arguments')
      : node.type === 'ObjectExpression'
        ? [node]
        : [];
    for (const object of objects) {
      const value = property(object, name) ?? property(property(object, 'variables'), name);
      if (value !== undefined) return bare(value);
    }
    if (isCall(node)) return undefined;
    node = module.tree.parent(node);
  }
  return undefined;
}
