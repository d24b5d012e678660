import type { DataNode, MapNode } from '../../model/document.ts';
import { type EntityKey, entityKey } from '../../model/fact.ts';
import type { Placement, Resource, Stack } from '../../model/resource.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type Scope, withNames } from '../../recognize/hcl/scope.ts';
import type { Block } from './block.ts';
import type { Evaluation } from './evaluation.ts';
import { spread } from './instances.ts';
import { type ModuleCode, sourceOf } from './module-code.ts';
import { type Call, type OpenModule, openRoot } from './module-tree.ts';
import { placeOf } from './placement.ts';
import { madeBy, registrySource } from './registry-module.ts';
import { lifecycleSwitch, settingsOf } from './resource-settings.ts';

/** What a root makes in one environment. */
export interface StackPlan {
  readonly key: EntityKey;
  readonly name: string;
  readonly folder: string;
  readonly environment: EntityKey | null;
}

/** A resource, and whether it is sure that it is made. */
export interface Declared {
  readonly resource: Resource;
  readonly isSure: boolean;
}

const lifecycleDocs = 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle';

/** The resources of a root module and of all modules it calls, for one environment. Settings are computed when they are first asked for. */
export function declaredBy(
  evaluation: Evaluation,
  root: ModuleCode,
  plan: StackPlan,
): { readonly stack: Stack; readonly declared: readonly Declared[] } {
  const declared: Declared[] = [];
  const resources: Resource[] = [];
  const addresses = new Map<string, Resource | null>();
  const stack: Stack = {
    ...plan,
    tool: 'terraform',
    resources,
    mayUse: evaluation.mayUse,
    target: (node) => targetOf(node, addresses),
  };
  const add = (found: Found): void => {
    if (evaluation.budget.resources <= 0) return;
    evaluation.budget.resources -= 1;
    const resource = resourceOf(evaluation, stack, found);
    resources.push(resource);
    // Data sources can be referred to, and declare nothing.
    if (!found.type.startsWith('data.')) declared.push({ resource, isSure: found.isSure });
    addresses.set(found.address, resource);
    // What a module of a registry makes is referred to by the module's own names: `module.db.db_instance_arn`.
    if (found.call !== undefined && !addresses.has(found.call)) addresses.set(found.call, resource);
    const bare = withoutKeys(found.address);
    if (bare !== found.address) addresses.set(bare, addresses.has(bare) ? null : resource);
  };
  walk(evaluation, openRoot(evaluation, root), add);
  return { stack, declared };
}

/** What is known of a resource before its settings are computed. */
interface Found {
  readonly address: string;
  readonly type: string;
  readonly block: Block;
  readonly module: OpenModule;
  readonly scope: Scope;
  readonly settings: () => MapNode;
  readonly isSure: boolean;
  /** Address of the call of the registry's module that makes it. */
  readonly call?: string;
}

function walk(evaluation: Evaluation, module: OpenModule, add: (found: Found) => void): void {
  const { scope } = module;
  for (const [address, block] of scope.code.resources) {
    for (const instance of spread(scope.instances(block))) {
      const inner = withNames(scope.scope, instance.names);
      add({
        address: `${scope.address}${address}${instance.suffix}`,
        type: address.slice(0, address.lastIndexOf('.')),
        block,
        module,
        scope: inner,
        settings: () => settingsOf(block, inner, evaluation.read),
        isSure: module.isSure && instance.isSure,
      });
    }
  }
  for (const call of module.calls()) {
    if (call.module !== null) walk(evaluation, call.module, add);
    else addMade(evaluation, module, call, add);
  }
}

/** What a well-known module of a registry makes. */
function addMade(
  evaluation: Evaluation,
  module: OpenModule,
  call: Call,
  add: (found: Found) => void,
): void {
  const source = sourceOf(call.block);
  const known = source === null ? undefined : evaluation.knowledge.module(registrySource(source));
  if (known === undefined) return;
  for (const made of madeBy(call, known, evaluation.read)) {
    add({
      address: made.address,
      call: call.address,
      type: made.type,
      block: call.block,
      module,
      scope: call.scope,
      settings: () => made.settings,
      isSure: module.isSure && made.isSure,
    });
  }
}

function resourceOf(evaluation: Evaluation, stack: Stack, found: Found): Resource {
  const { block, scope, type, module } = found;
  let settings: MapNode | undefined;
  let placement: Placement | undefined;
  const resource = {
    key: entityKey(`${stack.key}#${found.address}`),
    type,
    name: found.address,
    at: block.at,
    stack,
    get settings() {
      settings ??= found.settings();
      return settings;
    },
    get placement() {
      placement ??= placeOf(
        { type, block, module, settings: resource.settings, stack: stack.key },
        evaluation.knowledge,
        evaluation.read,
      );
      return placement;
    },
    preventDestroy: switchOf(evaluation, block, 'prevent_destroy', scope),
    // OpenTofu forgets what it is told not to destroy.
    retained: inverted(switchOf(evaluation, block, 'destroy', scope, true)),
  } satisfies Resource;
  return resource;
}

function switchOf(
  evaluation: Evaluation,
  block: Block,
  name: string,
  scope: Scope,
  otherwise = false,
): Value<boolean> {
  const found =
    block.type === 'module' ? undefined : lifecycleSwitch(block, name, scope, evaluation.read);
  if (found === undefined) return byDefault(otherwise, block.at, lifecycleDocs);
  return found.value === null ? unknown('interpolated', found.at) : written(found.value, found.at);
}

function inverted(value: Value<boolean>): Value<boolean> {
  return value.state === 'unknown' ? value : { ...value, value: !value.value };
}

/** The resource that a value depends on, by the longest address that stands at the start of one of its references. */
function targetOf(
  node: DataNode | undefined,
  addresses: ReadonlyMap<string, Resource | null>,
): Resource | undefined {
  if (node?.type !== 'expr') return undefined;
  for (const ref of node.refs) {
    const found = byAddress(ref, addresses) ?? byAddress(withoutKeys(ref), addresses);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byAddress(
  ref: string,
  addresses: ReadonlyMap<string, Resource | null>,
): Resource | undefined {
  let address = ref;
  while (address !== '') {
    const found = addresses.get(address);
    if (found !== undefined) return found ?? undefined;
    address = address.slice(0, Math.max(address.lastIndexOf('.'), address.lastIndexOf('[')));
  }
  return undefined;
}

function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:\\.|[^"\\])*"|[^\]"]*)\]/g, '');
}
