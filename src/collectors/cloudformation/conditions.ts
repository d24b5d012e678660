import type { DataNode } from '../../model/document.ts';
import { type Evaluated, type Evaluation, textOfValue } from './evaluation.ts';
import { intrinsicOf } from './intrinsic.ts';

const MAX_DEPTH = 40;

/** What a node comes to. */
type Read = (node: DataNode) => Evaluated;

/** Whether a named condition holds; `undefined` where the template does not decide it. Each is decided once. */
export function conditionHolds(
  run: Evaluation,
  name: string,
  read: Read,
  depth = 0,
): boolean | undefined {
  if (run.conditions.has(name)) return run.conditions.get(name);
  // A condition that leads back to itself finds this and is unknown.
  run.conditions.set(name, undefined);
  const node = run.declared.conditions.get(name);
  const holds = node === undefined ? undefined : truthOf(run, node, read, depth + 1);
  run.conditions.set(name, holds);
  return holds;
}

function truthOf(run: Evaluation, node: DataNode, read: Read, depth: number): boolean | undefined {
  run.steps += 1;
  if (depth > MAX_DEPTH) return undefined;
  const call = intrinsicOf(node, run.template.textOf(node.at.file));
  if (call === null) return literalTruth(node);
  const parts = call.argument.type === 'list' ? call.argument.items : [];
  const truths = () => parts.map((part) => truthOf(run, part, read, depth + 1));
  switch (call.name) {
    case 'Condition':
      return call.argument.type === 'scalar'
        ? conditionHolds(run, call.argument.text, read, depth)
        : undefined;
    case 'Not':
      return negated(truths()[0]);
    case 'And':
      return every(truths());
    case 'Or':
      return negated(every(truths().map(negated)));
    case 'Equals':
      return equal(parts, read);
    default:
      return literalTruth(read(node) ?? undefined);
  }
}

function equal(parts: readonly DataNode[], read: Read): boolean | undefined {
  const [left, right] = parts.map((part) => textOfValue(read(part)));
  return left === undefined || right === undefined ? undefined : left === right;
}

function every(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.length === 0 || truths.includes(undefined) ? undefined : true;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function literalTruth(node: DataNode | undefined): boolean | undefined {
  if (node?.type !== 'scalar') return undefined;
  if (/^true$/i.test(node.text)) return true;
  return /^false$/i.test(node.text) ? false : undefined;
}
