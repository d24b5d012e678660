import type { DataNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { conditionHolds } from './conditions.ts';
import { type Evaluated, type Evaluation, refsOf, unresolved, withPlace } from './evaluation.ts';
import { functions } from './functions.ts';
import { intrinsicOf } from './intrinsic.ts';

/** Nodes that one evaluation of a template visits; YAML aliases can multiply them. */
const MAX_STEPS = 200_000;
const MAX_DEPTH = 80;

/** What a node comes to. What depends on something unknown is an expression that names the resources it refers to. */
export function evaluate(run: Evaluation, node: DataNode, depth = 0): Evaluated {
  run.steps += 1;
  if (depth > MAX_DEPTH || run.steps > MAX_STEPS) return unresolved(run, node.at);
  const call = intrinsicOf(node, run.template.textOf(node.at.file));
  if (call !== null) {
    if (call.name === 'If') return choose(run, call.argument, node.at, depth);
    const known = functions[call.name];
    const read = (inner: DataNode) => evaluate(run, inner, depth + 1);
    return known === undefined
      ? unresolved(run, node.at)
      : known({ run, argument: call.argument, at: node.at, read });
  }
  if (node.type === 'list') return { ...node, items: node.items.flatMap(each(run, depth)) };
  if (node.type === 'map') return evaluatedMap(run, node, depth);
  return node;
}

function each(run: Evaluation, depth: number): (item: DataNode) => readonly DataNode[] {
  return (item) => {
    const value = evaluate(run, item, depth + 1);
    return value === null ? [] : [value];
  };
}

function evaluatedMap(
  run: Evaluation,
  node: DataNode & { readonly type: 'map' },
  depth: number,
): Evaluated {
  const kept = node.entries.flatMap((entry) => {
    const value = evaluate(run, entry.value, depth + 1);
    return value === null ? [] : [{ ...entry, value }];
  });
  return { ...node, entries: kept };
}

function choose(run: Evaluation, argument: DataNode, where: SourceRange, depth: number): Evaluated {
  const [name, yes, no] = argument.type === 'list' ? argument.items : [];
  if (name?.type !== 'scalar' || yes === undefined || no === undefined)
    return unresolved(run, where);
  const holds = conditionHolds(run, name.text, (inner) => evaluate(run, inner, depth + 1));
  if (holds !== undefined) return withPlace(evaluate(run, holds ? yes : no, depth + 1), where);
  const [first, second] = [evaluate(run, yes, depth + 1), evaluate(run, no, depth + 1)];
  if (first?.type === 'scalar' && second?.type === 'scalar' && first.text === second.text)
    return withPlace(first, where);
  return unresolved(run, where, [...refsOf(first), ...refsOf(second)]);
}
