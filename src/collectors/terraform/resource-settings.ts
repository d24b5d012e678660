import type { DataEntry, DataNode, MapNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { pairsOf } from '../../recognize/hcl/evaluate.ts';
import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import {
  asBoolean,
  type HclValue,
  isUnknown,
  mapOf,
  UNKNOWN,
} from '../../recognize/hcl/hcl-value.ts';
import { evaluatedNode, nodeOf, valueOfNode } from '../../recognize/hcl/node-value.ts';
import { type Scope, withNames } from '../../recognize/hcl/scope.ts';
import type { Block } from './block.ts';

/** Arguments of a resource that belong to the language. In the blocks within it, the same words are the vendor's: `retain_rule { count = 48 }`. */
const META: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);
const META_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'provisioner', 'connection']);
/** Blocks that one `dynamic` is spread out to. */
const MAX_BLOCKS = 100;

/** The evaluated settings of a resource: attributes as they are, nested blocks as lists of maps, `dynamic` ones spread out. */
export function settingsOf(resource: Block, scope: Scope, read: ReadNode): MapNode {
  const attributes = [...resource.attributes].filter(([name]) => !META.has(name));
  const blocks = resource.blocks.filter(({ type }) => !META_BLOCKS.has(type));
  return settingsIn({ ...resource, attributes: new Map(attributes), blocks }, scope, read);
}

function settingsIn(block: Block, scope: Scope, read: ReadNode): MapNode {
  const entries: DataEntry[] = [];
  for (const entry of block.attributes.values())
    entries.push({ ...entry, value: evaluatedNode(entry.value, scope, read) });
  const lists = new Map<string, { readonly keyAt: SourceRange; readonly items: DataNode[] }>();
  for (const inner of block.blocks) {
    const isDynamic = inner.type === 'dynamic';
    const name = isDynamic ? (inner.labels[0] ?? '') : inner.type;
    const items = isDynamic ? dynamicItems(inner, scope, read) : [settingsIn(inner, scope, read)];
    const list = lists.get(name);
    if (list === undefined) lists.set(name, { keyAt: inner.at, items: [...items] });
    else list.items.push(...items);
  }
  for (const [key, { keyAt, items }] of lists) {
    const [first] = items;
    if (first === undefined) continue;
    entries.push({ key, keyAt, labels: [], value: { type: 'list', items, at: first.at } });
  }
  return { type: 'map', entries, at: block.at };
}

/** The blocks that a `dynamic` makes; one unknown node where only a run tells how many. */
function dynamicItems(block: Block, scope: Scope, read: ReadNode): readonly DataNode[] {
  const content = block.blocks.find((inner) => inner.type === 'content');
  const each = block.attributes.get('for_each')?.value;
  if (content === undefined || each === undefined) return [];
  const collection = valueOfNode(each, scope, read);
  const pairs = pairsOf(collection);
  if (pairs === null)
    return [nodeOf(isUnknown(collection) ? collection : UNKNOWN, { text: '', at: each.at })];
  const iterator = block.attributes.get('iterator')?.value;
  const name = (iterator?.type === 'expr' ? iterator.refs[0] : undefined) ?? block.labels[0] ?? '';
  return pairs
    .slice(0, MAX_BLOCKS)
    .map(([key, value]) =>
      settingsIn(content, withNames(scope, { [name]: mapOf({ key, value }) }), read),
    );
}

/** A switch of `lifecycle`, `undefined` where it is not written, and `null` where it is not known. */
export function lifecycleSwitch(
  block: Block,
  name: string,
  scope: Scope,
  read: ReadNode,
): { readonly value: boolean | null; readonly at: SourceRange } | undefined {
  const entry = block.blocks.find((inner) => inner.type === 'lifecycle')?.attributes.get(name);
  if (entry === undefined) return undefined;
  const value: HclValue = valueOfNode(entry.value, scope, read);
  return { value: asBoolean(value), at: entry.value.at };
}
