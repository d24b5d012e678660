import type { Program } from '../../recognize/program/program.ts';
import type { MadeObject, MadeObjects } from '../../recognize/program/pulumi-host.ts';
import {
  type ClosureVal,
  type ObjectVal,
  plainVal,
  propOf,
  unknownVal,
  type Val,
} from '../../recognize/program/value.ts';

/** What `$transform` was told to do to everything of a class. */
export interface Transform {
  readonly className: string;
  readonly change: Val;
}

/** Changes by class that are applied to one object at most. */
const MAX_CHANGES = 20;
/** Parts of components that keep the data, as their `transform` calls them. */
const parts = ['instance', 'cluster', 'table', 'bucket', 'fileSystem', 'domain'];

/** The objects as transformations leave them. */
export function transformed(
  objects: MadeObjects,
  transforms: readonly Transform[],
  program: Program,
): MadeObjects {
  const byInstance = new Map<Val, MadeObject>();
  const made = objects.made.map((one) => {
    const changed = one.spec === null ? one : changedObject(one, transforms, program);
    byInstance.set(one.instance, changed);
    return changed;
  });
  return { ...objects, made, byInstance };
}

function changedObject(
  one: MadeObject,
  transforms: readonly Transform[],
  program: Program,
): MadeObject {
  const own = parts.flatMap((part) => propOf(propOf(one.args, 'transform'), part) ?? []);
  const general = transforms
    .filter(({ className }) => className === one.className || isTypeOf(className, one))
    .map(({ change }) => change);
  const changes = [...own, ...general].slice(0, MAX_CHANGES);
  const isComponent = one.className.startsWith('sst.');
  if (changes.length === 0 && !isComponent) return one;
  const args = copyOf(one.args, one);
  const options = copyOf(one.options, one);
  // A component may write more than it is handed.
  if (isComponent) args.isOpen = true;
  for (const change of changes) apply(change, { args, options }, one, program);
  return { ...one, args, options };
}

/** A change of all databases changes those inside of components too. */
function isTypeOf(className: string, { spec }: MadeObject): boolean {
  return className === spec?.type && spec.names.every((name) => name.startsWith('sst.'));
}

function apply(
  change: Val,
  { args, options }: { readonly args: ObjectVal; readonly options: ObjectVal },
  { instance, name }: MadeObject,
  program: Program,
): void {
  if (change.kind === 'object') {
    for (const [key, property] of change.props) args.props.set(key, property);
    if (change.isOpen) args.isOpen = true;
  } else if (isClosure(change)) {
    program.call(change, [args, options, plainVal(name ?? '', instance.at)]);
  } else {
    args.isOpen = true;
  }
}

function isClosure(value: Val): value is ClosureVal {
  return value.kind === 'closure';
}

function copyOf(value: Val | undefined, { instance }: MadeObject): ObjectVal {
  if (value?.kind === 'object') return { ...value, props: new Map(value.props) };
  const isOpen = value !== undefined && value.kind !== 'plain';
  const props: ObjectVal['props'] = new Map();
  return { kind: 'object', props, isOpen, at: (value ?? unknownVal(instance.at)).at };
}
