import type { DataEntry, DataNode, MapNode, ScalarNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';

/** Makes nodes of objects that no file writes out; all of them point to the one place that asks for the object. */
export function nodesAt(place: SourceRange) {
  const scalar = (value: string): ScalarNode => scalarNode(value, place);
  const entry = (key: string, value: DataNode): DataEntry => ({
    key,
    keyAt: place,
    labels: [],
    value,
  });
  const mapOf = (entries: readonly DataEntry[]): MapNode => ({ type: 'map', entries, at: place });
  /** Fields that are `undefined` are left out. */
  const map = (fields: Readonly<Record<string, DataNode | undefined>>): MapNode =>
    mapOf(
      Object.entries(fields).flatMap(([key, value]) =>
        value === undefined ? [] : [entry(key, value)],
      ),
    );
  const list = (items: readonly DataNode[]): DataNode => ({ type: 'list', items, at: place });
  return { scalar, map, mapOf, list };
}
