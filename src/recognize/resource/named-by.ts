import { type DataNode, items } from '../../model/document.ts';
import type { EntityKey } from '../../model/fact.ts';
import type { Resource, Stack } from '../../model/resource.ts';

/** Resources of the same stack of some types that name this one in a setting: the versioning of a bucket, the lock of a vault. */
export function namedBy(
  resource: Resource,
  types: readonly string[],
  setting: string,
): readonly Resource[] {
  const { stack } = resource;
  const found = new Set(
    types.flatMap((type) => namesIn(stack, type, setting).get(resource.key) ?? []),
  );
  if (found.size < 2 || types.length < 2) return [...found];
  // In the order of the stack, whatever the order of the types.
  return stack.resources.filter((other) => found.has(other));
}

/** Resources that a setting of others names, each with those others in the order of the stack. */
type Names = ReadonlyMap<EntityKey, readonly Resource[]>;

/** What was made for a stack when it had so many resources: whoever reads a template may ask before all of them are known. */
interface Index {
  readonly size: number;
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  readonly names: Map<string, Names>;
}

const indexes = new WeakMap<Stack, Index>();

function namesIn(stack: Stack, type: string, setting: string): Names {
  const { byType, names } = indexOf(stack);
  const id = `${type} ${setting}`;
  const before = names.get(id);
  if (before !== undefined) return before;
  const found = new Map<EntityKey, Resource[]>();
  for (const resource of byType.get(type) ?? []) {
    for (const key of namedIn(resource, setting)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [resource]);
      else list.push(resource);
    }
  }
  names.set(id, found);
  return found;
}

function indexOf(stack: Stack): Index {
  const before = indexes.get(stack);
  if (before?.size === stack.resources.length) return before;
  const byType = new Map<string, Resource[]>();
  for (const resource of stack.resources) {
    const list = byType.get(resource.type);
    if (list === undefined) byType.set(resource.type, [resource]);
    else list.push(resource);
  }
  const index: Index = { size: stack.resources.length, byType, names: new Map() };
  indexes.set(stack, index);
  return index;
}

/** The resources that a setting names, by itself or in a list. */
function namedIn({ settings, stack }: Resource, setting: string): ReadonlySet<EntityKey> {
  const values = settings.entries.filter(({ key }) => key === setting).map(({ value }) => value);
  const nodes: readonly DataNode[] = values.flatMap((value) => [value, ...items(value)]);
  return new Set(nodes.flatMap((node) => stack.target(node)?.key ?? []));
}
