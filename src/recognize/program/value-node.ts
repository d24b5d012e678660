import type { DataEntry, DataNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { scalarNode } from '../resource/template-settings.ts';
import type { Property, Val } from './value.ts';

const MAX_DEPTH = 20;

/** How a library's objects and constants look as data. */
export interface ValueReading {
  /** Name by which other settings refer to what an object of the library declares. */
  readonly idOf: (instance: Val) => string | undefined;
  /** What a constant of the library stands for. */
  readonly constant: (name: string) => string | number | boolean | undefined;
}

/** A value of a program as data, at the place where it is handed over; what cannot be known is an `expr`. */
export function valueNode(value: Val, reading: ValueReading, at: SourceRange, depth = 0): DataNode {
  const unread = (refs: readonly string[] = [], text = ''): DataNode => ({
    type: 'expr',
    text,
    refs,
    at,
  });
  if (depth > MAX_DEPTH) return unread();
  switch (value.kind) {
    case 'plain':
      return scalarNode(value.value ?? null, at);
    case 'list':
      if (value.isOpen) return unread();
      return {
        type: 'list',
        items: value.items.map((item) => valueNode(item, reading, item.at, depth + 1)),
        at,
      };
    case 'object':
      return {
        type: 'map',
        entries: [...value.props].map(([key, property]) => entryOf(key, property, reading, depth)),
        at,
      };
    case 'outer': {
      const known = reading.constant(value.name);
      return known === undefined ? unread([], value.name) : scalarNode(known, at);
    }
    case 'call':
      return unread(
        value.args.flatMap((arg) => idsIn(arg, reading)),
        value.name,
      );
    case 'instance':
      return unread(idsIn(value, reading));
    case 'unknown':
      return unread(idsIn(value, reading), value.name);
    case 'closure':
    case 'class':
      return unread();
  }
}

function entryOf(
  key: string,
  { value, keyAt, at }: Property,
  reading: ValueReading,
  depth: number,
): DataEntry {
  return { key, keyAt, labels: [], value: valueNode(value, reading, at, depth + 1) };
}

/** The object that a value is, or is a part of. */
function idsIn(value: Val, reading: ValueReading): readonly string[] {
  const instance = value.kind === 'unknown' ? value.of : value;
  const id = instance === null ? undefined : reading.idOf(instance);
  return id === undefined ? [] : [id];
}
