import type { DataNode, MapNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { ConstructSpec } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { DeclaredResource } from '../resource/declared-stack.ts';
import type { ProviderSettings } from '../resource/provider-place.ts';
import { emptyMap, terraformSettings, withSettings } from '../resource/template-settings.ts';
import type { MadeObject, MadeObjects } from './pulumi-host.ts';
import { propOf, unknownVal, type Val } from './value.ts';
import { type ValueReading, valueNode } from './value-node.ts';

const options = 'https://www.pulumi.com/docs/iac/concepts/resources/options';

/** What the stack says for the providers that nobody makes an object of. */
export type DefaultProvider = (name: string) => MapNode | undefined;

/** The resources among what a program makes, with arguments and options. */
export function declaredObjects(
  objects: MadeObjects,
  knowledge: Knowledge,
  providerOf: DefaultProvider,
): readonly DeclaredResource[] {
  const ids = new Map<Val, string>();
  const taken = new Map<string, number>();
  for (const one of objects.made) {
    if (one.spec === null) continue;
    const id = `${one.spec.type}.${one.name ?? 'unnamed'}`;
    const times = taken.get(id) ?? 0;
    taken.set(id, times + 1);
    ids.set(one.instance, times === 0 ? id : `${id}+${times}`);
  }
  const reading: ValueReading = {
    idOf: (instance) => ids.get(instance),
    constant: (name) => knowledge.constant(name),
  };
  return objects.made.flatMap((one) => {
    const { spec, instance } = one;
    const id = ids.get(instance);
    if (spec === null || id === undefined) return [];
    return [
      {
        id,
        type: spec.type,
        name: one.name ?? one.className.split('.').slice(-2).join('.'),
        at: instance.at,
        settings: settingsOf(one, spec, reading),
        provider: providerIn(one, objects, reading, providerOf),
        preventDestroy: option(one, 'protect', objects),
        retained: option(one, 'retainOnDelete', objects),
        isSure: one.isSure,
      },
    ];
  });
}

/** Arguments by Terraform's names; those that nobody can read are unknown. */
export function settingsOf(
  { args, instance: { at } }: MadeObject,
  spec: ConstructSpec,
  reading: ValueReading,
): MapNode {
  const node = args?.kind === 'object' ? valueNode(args, reading, at) : emptyMap(at);
  const named = terraformSettings(node, spec.settings, at);
  const unread: DataNode = { type: 'expr', text: '', refs: [], at };
  const hidden = isOpen(args) ? spec.mayHold.map((name) => [name, unread] as const) : [];
  return withSettings(withSettings(named, Object.fromEntries(hidden), at), spec.defaults, at);
}

function isOpen(args: Val | undefined): boolean {
  if (args === undefined || args.kind === 'plain') return false;
  return args.kind !== 'object' || args.isOpen;
}

/** An option of a resource, or of the component around it, which hands its own on. */
function option(one: MadeObject, name: string, objects: MadeObjects): Value<boolean> {
  const { at } = one.instance;
  let current: MadeObject | undefined = one;
  for (let depth = 0; current !== undefined && depth < 50; depth += 1) {
    const value = propOf(current.options, name);
    if (value?.kind === 'plain' && value.value != null)
      return written(value.value === true, placeOf(current, name) ?? value.at);
    if (value !== undefined && value.kind !== 'plain') return unknown('interpolated', value.at);
    if (isOpen(current.options)) return unknown('interpolated', at);
    const parent = propOf(current.options, 'parent');
    if (parent !== undefined && parent.kind !== 'instance') return unknown('interpolated', at);
    current = parent === undefined ? undefined : objects.byInstance.get(parent);
  }
  if (objects.isTransformed()) return unknown('interpolated', at);
  return byDefault(false, at, `${options}/${name.toLowerCase()}/`);
}

function placeOf({ options: given }: MadeObject, name: string): SourceRange | undefined {
  return given?.kind === 'object' ? given.props.get(name)?.at : undefined;
}

/** The provider that a resource names, or that the component around it hands on, or the stack's own. */
function providerIn(
  one: MadeObject,
  objects: MadeObjects,
  reading: ValueReading,
  providerOf: DefaultProvider,
): ProviderSettings {
  const type = one.spec?.type ?? '';
  const name = type.startsWith('Microsoft.') ? 'azurerm' : (type.split('_')[0] ?? type);
  const library =
    /^@pulumi\/([\w-]+)/.exec(one.className)?.[1] ?? one.className.split('.')[1] ?? name;
  const named = namedProvider(one, objects, `@pulumi/${library}.Provider`);
  const { at } = one.instance;
  if (named === undefined) return { name, settings: providerOf(library), at };
  const made = objects.byInstance.get(named);
  if (made === undefined) {
    // It comes from somewhere that cannot be read, and may be of any account.
    const unread: DataNode = { type: 'expr', text: library, refs: [], at };
    const unreadable = ['profile', 'region', 'project', 'subscription_id'].map((key) => ({
      key,
      keyAt: at,
      labels: [],
      value: unread,
    }));
    return { name, settings: { ...emptyMap(at), entries: unreadable }, at };
  }
  const node = made.args?.kind === 'object' ? valueNode(made.args, reading, named.at) : undefined;
  const settings = terraformSettings(node, {}, named.at);
  return {
    name,
    settings: withDefaults(settings, providerOf(library)),
    at: named.at,
  };
}

/** What an object of a provider leaves out is the stack's. */
function withDefaults(settings: MapNode, stack: MapNode | undefined): MapNode {
  const own = new Set(settings.entries.map(({ key }) => key));
  const rest = stack?.entries.filter(({ key }) => !own.has(key)) ?? [];
  return { ...settings, entries: [...settings.entries, ...rest] };
}

function namedProvider(one: MadeObject, objects: MadeObjects, className: string): Val | undefined {
  let current: MadeObject | undefined = one;
  for (let depth = 0; current !== undefined && depth < 50; depth += 1) {
    const direct = propOf(current.options, 'provider');
    if (direct !== undefined && (current === one || isOf(direct, objects, className)))
      return direct;
    const several = propOf(current.options, 'providers');
    const all =
      several?.kind === 'list'
        ? several.items
        : several?.kind === 'object'
          ? [...several.props.values()].map(({ value }) => value)
          : several === undefined
            ? []
            : [several];
    const fitting = all.find((value) => isOf(value, objects, className));
    if (fitting !== undefined) return fitting;
    const parent = propOf(current.options, 'parent');
    if (isOpen(current.options)) return unknownVal(one.instance.at);
    current = parent === undefined ? undefined : objects.byInstance.get(parent);
  }
  return undefined;
}

function isOf(value: Val, objects: MadeObjects, className: string): boolean {
  return value.kind === 'unknown' || objects.byInstance.get(value)?.className === className;
}
