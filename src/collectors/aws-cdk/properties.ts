import type { DataEntry, DataNode, MapNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { ConstructSpec, PlainValue } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Property, Val } from '../../recognize/program/value.ts';
import { settingName } from '../../recognize/resource/setting-name.ts';
import {
  emptyMap,
  scalarNode,
  terraformSettings,
  withSettings,
} from '../../recognize/resource/template-settings.ts';
import type { ConstructNode } from './construct-tree.ts';

const MAX_DEPTH = 20;
/** Days in one unit of the library's spans of time. */
const days: Readonly<Record<string, number>> = {
  days: 1,
  hours: 1 / 24,
  minutes: 1 / 1440,
  seconds: 1 / 86_400,
};

/** How values of the program look in a template. */
export interface Reading {
  readonly knowledge: Knowledge;
  /** Logical id of what a construct makes. */
  readonly idOf: (instance: Val) => string | undefined;
}

/** Properties of the resource that a construct makes, under the template's names in `snake_case`. */
export function templateProperties(
  node: ConstructNode,
  spec: ConstructSpec,
  reading: Reading,
): MapNode {
  const { at } = node.instance;
  const written = propsNode(node.props, reading, at);
  const named = terraformSettings(written, spec.settings, at);
  const worded = Object.entries(spec.words ?? {}).reduce<MapNode>(
    (map, [path, words]) => inWords(map, path.split('.'), words),
    named,
  );
  const overridden = [...node.overrides].reduce<MapNode>(
    (map, [path, value]) => override(map, path, nodeOf(value, reading, value.at, 0)),
    worded,
  );
  const isOpen =
    node.props !== undefined && node.props.kind !== 'plain'
      ? node.props.kind !== 'object' || node.props.isOpen
      : false;
  const unread: DataNode = { type: 'expr', text: '', refs: [], at };
  const hidden = isOpen ? spec.mayHold.map((name) => [name, unread] as const) : [];
  return withSettings(withSettings(overridden, Object.fromEntries(hidden), at), spec.defaults, at);
}

function propsNode(props: Val | undefined, reading: Reading, at: SourceRange): DataNode {
  if (props?.kind !== 'object') return emptyMap(at);
  return nodeOf(props, reading, at, 0);
}

/** A value as data, at the place where the construct is handed it. */
export function nodeOf(value: Val, reading: Reading, at: SourceRange, depth: number): DataNode {
  if (depth > MAX_DEPTH) return { type: 'expr', text: '', refs: [], at };
  switch (value.kind) {
    case 'plain':
      return value.value === undefined ? scalarNode(null, at) : scalarNode(value.value, at);
    case 'list':
      if (value.isOpen) return { type: 'expr', text: '', refs: [], at };
      return {
        type: 'list',
        items: value.items.map((item) => nodeOf(item, reading, item.at, depth + 1)),
        at,
      };
    case 'object':
      return {
        type: 'map',
        entries: [...value.props].map(([key, property]) => entryOf(key, property, reading, depth)),
        at,
      };
    case 'outer':
      return constantNode(value.name, reading, at);
    case 'call':
      return (
        spanNode(value.name, value.args, at) ??
        constantNode(
          value.name,
          reading,
          at,
          value.args.flatMap((arg) => idsIn(arg, reading)),
        )
      );
    case 'instance':
      return { type: 'expr', text: '', refs: idsIn(value, reading), at };
    case 'unknown':
      return { type: 'expr', text: value.name, refs: idsIn(value, reading), at };
    case 'closure':
    case 'class':
      return { type: 'expr', text: '', refs: [], at };
  }
}

function entryOf(
  key: string,
  { value, keyAt, at }: Property,
  reading: Reading,
  depth: number,
): DataEntry {
  return { key: settingName(key), keyAt, labels: [], value: nodeOf(value, reading, at, depth + 1) };
}

function constantNode(
  name: string,
  reading: Reading,
  at: SourceRange,
  refs: readonly string[] = [],
): DataNode {
  const known = reading.knowledge.constant(name);
  return known === undefined ? { type: 'expr', text: name, refs, at } : scalarNode(known, at);
}

/** The resource that a value is, or is a part of. */
function idsIn(value: Val, reading: Reading): readonly string[] {
  const instance = value.kind === 'unknown' ? value.of : value;
  const id = instance === null ? undefined : reading.idOf(instance);
  return id === undefined ? [] : [id];
}

/** `Duration.days(7)` as a number of days, which is how templates count retention. */
function spanNode(name: string, args: readonly Val[], at: SourceRange): DataNode | null {
  const unit = /^aws-cdk-lib\.Duration\.([a-z]+)$/.exec(name)?.[1];
  const factor = unit === undefined ? undefined : days[unit];
  const [amount] = args;
  if (factor === undefined || amount?.kind !== 'plain' || typeof amount.value !== 'number')
    return null;
  return scalarNode(amount.value * factor, at);
}

function inWords(
  map: MapNode,
  path: readonly string[],
  words: Readonly<Record<string, PlainValue>>,
): MapNode {
  const [first, ...rest] = path;
  return {
    ...map,
    entries: map.entries.map((entry) => {
      if (entry.key !== first) return entry;
      const { value } = entry;
      if (rest.length > 0)
        return value.type === 'map' ? { ...entry, value: inWords(value, rest, words) } : entry;
      const word = value.type === 'scalar' ? (words[value.text] ?? words['*']) : undefined;
      return word === undefined ? entry : { ...entry, value: scalarNode(word, value.at) };
    }),
  };
}

/** `BackupPolicy.Status` of an override. */
function override(map: MapNode, path: string, value: DataNode): MapNode {
  const names = path.split('.').map(settingName);
  const removed: MapNode = { ...map, entries: map.entries.filter(({ key }) => key !== names[0]) };
  const base = names.length === 1 ? removed : map;
  return withSettings(base, { [names.join('.')]: value }, value.at);
}
