import { at, type DataNode, items } from '../../model/document.ts';
import type { Resource } from '../../model/resource.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';

/** What the vendor does when a setting is not written, and where that is stated. */
export interface Default<T> {
  readonly value: T;
  readonly source: string;
}

/** A switch of a resource; `null` as default where the vendor has none that is known. */
export function switchOf(
  resource: Resource,
  path: string,
  fallback: Default<boolean> | null,
): Value<boolean> {
  return read(resource, path, fallback, (node) => {
    if (node.type !== 'scalar') return undefined;
    // Terraform and CloudFormation take the words for the values.
    if (node.value === true || /^true$/i.test(node.text)) return true;
    return node.value === false || /^false$/i.test(node.text) ? false : undefined;
  });
}

/** A number of a resource. */
export function numberOf(
  resource: Resource,
  path: string,
  fallback: Default<number> | null,
): Value<number> {
  return read(resource, path, fallback, (node) => {
    if (node.type !== 'scalar' || node.text.trim() === '') return undefined;
    const number = Number(node.text);
    return Number.isFinite(number) ? number : undefined;
  });
}

/** A text of a resource. */
export function textOf(
  resource: Resource,
  path: string,
  fallback: Default<string> | null,
): Value<string> {
  return read(resource, path, fallback, (node) =>
    node.type === 'scalar' && node.value !== null ? node.text : undefined,
  );
}

/**
 * What is written at a path of names, `undefined` where nothing is, or `null`. A step into a list of blocks takes its first:
 * `backup_configuration.enabled`.
 */
export function settingAt(
  { settings }: Pick<Resource, 'settings'>,
  path: string,
): DataNode | undefined {
  let node: DataNode | undefined = settings;
  for (const name of path.split('.')) {
    if (node?.type === 'list') node = node.items[0];
    // What is inside of something unknown is unknown too.
    if (node?.type === 'expr') return node;
    node = at(node, name);
  }
  return node?.type === 'scalar' && node.value === null ? undefined : node;
}

/** The blocks of a name, or the maps of a list of that name; one unknown node where that cannot be told. */
export function blocksOf(node: DataNode | undefined, name: string): readonly DataNode[] {
  const found = at(node, name);
  if (found === undefined) return [];
  return found.type === 'list' ? items(found) : [found];
}

function read<T>(
  resource: Resource,
  path: string,
  fallback: Default<T> | null,
  decode: (node: DataNode) => T | undefined,
): Value<T> {
  const node = settingAt(resource, path);
  if (node === undefined) {
    return fallback === null
      ? unknown('external', resource.at)
      : byDefault(fallback.value, resource.at, fallback.source);
  }
  const value = decode(node);
  return value === undefined ? unknown('interpolated', node.at) : written(value, node.at);
}
