import type { DataNode } from '../../model/document.ts';
import { evaluate } from '../../recognize/hcl/evaluate.ts';
import { type HclValue, listOf, mapOf, reference, UNKNOWN } from '../../recognize/hcl/hcl-value.ts';
import { valueOfNode } from '../../recognize/hcl/node-value.ts';
import { emptyScope, type Resolved, type Scope } from '../../recognize/hcl/scope.ts';
import { conversionOf } from '../../recognize/hcl/type-constraint.ts';
import type { Block } from './block.ts';
import type { Evaluation } from './evaluation.ts';
import { type Instances, instancesOf } from './instances.ts';
import type { ModuleCode } from './module-code.ts';

/** One module, called with certain inputs. */
export interface ModuleScope {
  readonly code: ModuleCode;
  /** Address with a dot at its end: `module.db.`; `''` for the root. */
  readonly address: string;
  readonly scope: Scope;
  /** What the module says to whoever calls it. */
  readonly output: (name: string) => HclValue;
  /** How often a resource or module call of this module is made. */
  readonly instances: (block: Block) => Instances;
}

/** What a module is called with. */
export interface Inputs {
  /** `undefined` where the call leaves the input out. */
  readonly valueOf: (name: string) => HclValue | undefined;
  /** Output of a module that this module calls; `undefined` where only a run tells. */
  readonly outputOf: (call: string, output: string) => HclValue | undefined;
}

/** The scope of a module. Values are computed when they are first asked for; one that depends on itself is unknown. */
export function moduleScope(
  evaluation: Evaluation,
  code: ModuleCode,
  address: string,
  inputs: Inputs,
): ModuleScope {
  const known = new Map<string, HclValue>();
  const once = (key: string, compute: () => HclValue): HclValue => {
    const before = known.get(key);
    if (before !== undefined) return before;
    // Whoever asks again while it is being computed goes in a circle.
    known.set(key, UNKNOWN);
    const value = compute();
    known.set(key, value);
    return value;
  };
  const valueAt = (node: DataNode | undefined, where: Scope): HclValue =>
    node === undefined ? UNKNOWN : valueOfNode(node, where, evaluation.read);
  const counted = new Map<Block, Instances>();
  const self: ModuleScope = {
    code,
    address,
    scope: {
      ...emptyScope(evaluation.allowance),
      fileText: (path) => evaluation.fileText(path),
      resolve: (root, names) => resolve(root, names),
    },
    output: (name) =>
      once(`output.${name}`, () =>
        valueAt(code.outputs.get(name)?.attributes.get('value')?.value, self.scope),
      ),
    instances: (block) => {
      const before = counted.get(block);
      if (before !== undefined) return before;
      counted.set(block, { kind: 'unclear', each: null });
      const found = instancesOf(block, self.scope, evaluation.read);
      counted.set(block, found);
      return found;
    },
  };
  const resolve = (root: string, names: readonly string[]): Resolved => {
    const [first = '', second] = names;
    switch (root) {
      case 'var':
        return {
          value: once(`var.${first}`, () => variable(evaluation, self, first, inputs)),
          used: 1,
        };
      case 'local':
        return {
          value: once(`local.${first}`, () => valueAt(code.locals.get(first)?.value, self.scope)),
          used: 1,
        };
      case 'module': {
        const value = second === undefined ? undefined : inputs.outputOf(first, second);
        if (value !== undefined) return { value, used: 2 };
        return { value: reference(`${address}module.${first}`), used: 1 };
      }
      case 'terraform':
        return { value: workspaceOf(evaluation, first), used: 1 };
      case 'path':
        return { value: first === 'module' ? moduleFolder(code) : UNKNOWN, used: 1 };
      case 'data':
        return { value: resource(self, `data.${first}.${second ?? ''}`), used: 2 };
      case 'each':
      case 'count':
      case 'self':
        return { value: UNKNOWN, used: 1 };
      default:
        return first === ''
          ? { value: UNKNOWN, used: 0 }
          : { value: resource(self, `${root}.${first}`), used: 1 };
    }
  };
  return self;
}

function moduleFolder({ folder }: ModuleCode): string {
  return folder === '' ? '.' : folder;
}

function workspaceOf(evaluation: Evaluation, name: string): HclValue {
  return evaluation.workspace === null || name !== 'workspace'
    ? reference(`terraform.${name}`)
    : evaluation.workspace;
}

function variable(
  evaluation: Evaluation,
  module: ModuleScope,
  name: string,
  inputs: Inputs,
): HclValue {
  const block = module.code.variables.get(name);
  const given = inputs.valueOf(name);
  const fallback = block?.attributes.get('default')?.value;
  if (block === undefined) return given ?? reference(`${module.address}var.${name}`);
  const constants = emptyScope(evaluation.allowance);
  const type = block.attributes.get('type')?.value;
  const convert = conversionOf(
    type?.type === 'expr' ? evaluation.read(type) : simpleType(type),
    (expression) => evaluate(expression, constants),
  );
  const isRefused = given === null && isFalse(block.attributes.get('nullable')?.value);
  if (given !== undefined && !isRefused) return convert(given);
  if (fallback === undefined) return reference(`${module.address}var.${name}`);
  return convert(valueOfNode(fallback, constants, evaluation.read));
}

function isFalse(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === false;
}

/** In old configurations and in JSON, types are quoted. */
function simpleType(node: DataNode | undefined): ReturnType<Evaluation['read']> {
  if (node?.type !== 'scalar') return null;
  return { kind: 'variable', name: node.text, start: 0, end: 0 };
}

/** A resource as others refer to it: where its instances are known, each of them. */
function resource(module: ModuleScope, address: string): HclValue {
  const path = `${module.address}${address}`;
  const block = module.code.resources.get(address);
  const instances = block === undefined ? null : module.instances(block);
  if (instances?.kind === 'count') {
    return listOf(
      Array.from({ length: Math.min(instances.count, 100) }, (_, index) =>
        reference(`${path}[${index}]`),
      ),
    );
  }
  if (instances?.kind !== 'each') return reference(path);
  return mapOf(
    new Map(
      [...instances.items].map(([key]) => [key, reference(`${path}[${JSON.stringify(key)}]`)]),
    ),
  );
}
