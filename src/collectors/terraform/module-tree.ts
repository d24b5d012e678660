import type { Expression } from '../../formats/hcl/ast.ts';
import {
  type HclValue,
  isMap,
  isUnknown,
  reference,
  unknownOf,
} from '../../recognize/hcl/hcl-value.ts';
import { valueOfNode } from '../../recognize/hcl/node-value.ts';
import { emptyScope, type Scope, withNames } from '../../recognize/hcl/scope.ts';
import type { Block } from './block.ts';
import { type Evaluation, MAX_MODULE_DEPTH } from './evaluation.ts';
import { type Instance, spread } from './instances.ts';
import { localFolder, type ModuleCode, sourceOf } from './module-code.ts';
import { type Inputs, type ModuleScope, moduleScope } from './module-scope.ts';
import { OWN_INPUTS, UNIT } from './terragrunt.ts';

/** How a provider is configured for the resources of a module. */
export interface ProviderConfig {
  /** By the root's name for it, `aws` or `aws.backup`; equal for equal configurations. */
  readonly name: string;
  /** `null` where nothing is written, and the machine's own settings count. */
  readonly block: Block | null;
  readonly scope: Scope;
}

/** A module with its inputs, and the modules in it. */
export interface OpenModule {
  readonly scope: ModuleScope;
  readonly providerOf: (name: string) => ProviderConfig;
  /** Its calls, each as often as it is made. */
  readonly calls: () => readonly Call[];
  /** Whether it is sure that it is made. */
  readonly isSure: boolean;
}

/** One call of a module. */
export interface Call {
  readonly block: Block;
  readonly instance: Instance;
  /** Where the inputs are evaluated. */
  readonly scope: Scope;
  /** `module.db["a"]`, the modules around it included. */
  readonly address: string;
  /** The module where it lies in the tree; `null` for one from elsewhere. */
  readonly module: OpenModule | null;
}

/** Opens the root module of an evaluation. */
export function openRoot(evaluation: Evaluation, code: ModuleCode): OpenModule {
  return open(evaluation, code, {
    address: '',
    depth: 0,
    isSure: true,
    valueOf: (name) => evaluation.variables.get(name),
    providerOf: () => undefined,
  });
}

interface Opening {
  readonly address: string;
  readonly depth: number;
  readonly isSure: boolean;
  readonly valueOf: Inputs['valueOf'];
  /** Configurations that the caller hands down. */
  readonly providerOf: (name: string) => ProviderConfig | undefined;
}

function open(evaluation: Evaluation, code: ModuleCode, opening: Opening): OpenModule {
  const { address, depth } = opening;
  const made = new Map<string, readonly Call[]>();
  const callsOf = (name: string): readonly Call[] => {
    const before = made.get(name);
    if (before !== undefined) return before;
    // A module whose inputs depend on its own outputs is not entered twice.
    made.set(name, []);
    const block = code.modules.get(name);
    const calls = block === undefined ? [] : openCalls(evaluation, self, name, block, depth);
    made.set(name, calls);
    return calls;
  };
  const scope = moduleScope(evaluation, code, address, {
    valueOf: opening.valueOf,
    outputOf: (call, output) =>
      outputOf(callsOf(call), output, `${address}module.${call}.${output}`),
  });
  const self: OpenModule = {
    scope,
    isSure: opening.isSure,
    providerOf: (name) => {
      const block = code.providers.get(name) ?? null;
      if (block !== null) return { name: `${address}${name}`, block, scope: scope.scope };
      return opening.providerOf(name) ?? { name, block: null, scope: scope.scope };
    },
    calls: () => [...code.modules.keys()].flatMap(callsOf),
  };
  return self;
}

function outputOf(calls: readonly Call[], output: string, path: string): HclValue | undefined {
  const [call, ...others] = calls;
  if (call?.module === undefined || call.module === null || others.length > 0) return undefined;
  if (call.instance.suffix !== '' || !call.instance.isSure) return undefined;
  const value = call.module.scope.output(output);
  return isUnknown(value) && value.refs.length === 0 ? reference(path) : value;
}

function openCalls(
  evaluation: Evaluation,
  caller: OpenModule,
  name: string,
  block: Block,
  depth: number,
): readonly Call[] {
  const source = sourceOf(block);
  const folder = source === null ? null : localFolder(source, caller.scope.code.folder);
  const code = folder === null ? undefined : evaluation.modules.get(folder);
  const calls: Call[] = [];
  for (const instance of spread(caller.scope.instances(block))) {
    if (evaluation.budget.modules <= 0 || depth >= MAX_MODULE_DEPTH) break;
    evaluation.budget.modules -= 1;
    const scope = withNames(caller.scope.scope, instance.names);
    const address =
      block.type === UNIT ? '' : `${caller.scope.address}module.${name}${instance.suffix}`;
    const module =
      code === undefined
        ? null
        : open(evaluation, code, {
            address: address === '' ? '' : `${address}.`,
            depth: depth + 1,
            isSure: caller.isSure && instance.isSure,
            valueOf: (input) => inputOf(evaluation, block, input, scope),
            providerOf: handedDown(evaluation, block, caller),
          });
    calls.push({ block, instance, scope, address, module });
  }
  return calls;
}

/** The value that a call gives an input. */
function inputOf(
  evaluation: Evaluation,
  call: Block,
  name: string,
  scope: Scope,
): HclValue | undefined {
  if (call.type === UNIT) return unitInput(evaluation, call, name, scope);
  const entry = call.attributes.get(name);
  return entry === undefined ? undefined : valueOfNode(entry.value, scope, evaluation.read);
}

/** The first of the unit's maps of inputs that has it, else the files of values; where a map may hold more than is known, nobody can tell. */
function unitInput(
  evaluation: Evaluation,
  call: Block,
  name: string,
  scope: Scope,
): HclValue | undefined {
  let rest: HclValue | undefined;
  for (const [key, entry] of call.attributes) {
    if (!key.startsWith('inputs ')) continue;
    // Locals of an included file are not those of the unit.
    const where = key === OWN_INPUTS ? scope : emptyScope(evaluation.allowance);
    const inputs = valueOfNode(entry.value, where, evaluation.read);
    const found = isMap(inputs) ? inputs.entries.get(name) : undefined;
    if (found !== undefined) return found;
    if (!isMap(inputs)) rest ??= unknownOf(inputs);
    else if (inputs.rest !== null) rest ??= inputs.rest;
  }
  return evaluation.variables.get(name) ?? rest;
}

/** `providers = { aws = aws.backup }`; what is not named there comes down by itself, aliases excepted. */
function handedDown(
  evaluation: Evaluation,
  call: Block,
  caller: OpenModule,
): (name: string) => ProviderConfig | undefined {
  const named = providerNames(evaluation, call);
  return (name) => {
    const from = named.get(name);
    if (from !== undefined) return caller.providerOf(from);
    return name.includes('.') ? undefined : caller.providerOf(name);
  };
}

function providerNames(evaluation: Evaluation, call: Block): ReadonlyMap<string, string> {
  const node = call.attributes.get('providers')?.value;
  const names = new Map<string, string>();
  if (node?.type === 'map') {
    for (const { key, value } of node.entries) {
      const [ref] = value.type === 'expr' ? value.refs : [];
      if (ref !== undefined) names.set(key, ref);
    }
  } else if (node?.type === 'expr') {
    const expression = evaluation.read(node);
    for (const item of expression?.kind === 'object' ? expression.items : []) {
      const [key, value] = [dotted(item.key), dotted(item.value)];
      if (key !== null && value !== null) names.set(key, value);
    }
  }
  return names;
}

/** `aws.backup` as an expression. */
function dotted(expression: Expression): string | null {
  if (expression.kind === 'variable') return expression.name;
  if (expression.kind === 'literal') return expression.content.text;
  if (expression.kind !== 'traversal' || expression.source.kind !== 'variable') return null;
  const names = expression.steps.map((step) => (step.kind === 'attribute' ? step.name : ''));
  return [expression.source.name, ...names].join('.');
}
