import { parse } from '../../formats/yaml/parse-well-formed.ts';
import {
  type DataEntry,
  type DataNode,
  type ScalarNode,
  sourceOffset,
  sourceRange,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** Characters of a text inside a manifest that are read as YAML. */
const maxLength = 200_000;

/** The YAML that a scalar holds: a patch written into its kustomization, the values of a chart. Ranges are those of the file. */
export function embeddedYaml(scalar: ScalarNode): readonly DataNode[] {
  if (scalar.text.length > maxLength) return [];
  // What is broken in there, the tool that applies it refuses.
  const document = parse(scalar.at.file, scalar.text);
  return document === null ? [] : document.roots.map((root) => moved(root, scalar));
}

function moved(node: DataNode, into: ScalarNode): DataNode {
  const at = rangeIn(node.at, into);
  switch (node.type) {
    case 'map':
      return { ...node, at, entries: node.entries.map((entry) => movedEntry(entry, into)) };
    case 'list':
      return { ...node, at, items: node.items.map((item) => moved(item, into)) };
    case 'scalar':
      return {
        ...node,
        at,
        map: node.map.map(([decoded, source]) => [decoded, sourceOffset(into, source)] as const),
      };
    case 'expr':
      return { ...node, at };
  }
}

function movedEntry(entry: DataEntry, into: ScalarNode): DataEntry {
  return { ...entry, keyAt: rangeIn(entry.keyAt, into), value: moved(entry.value, into) };
}

function rangeIn({ start, end }: SourceRange, into: ScalarNode): SourceRange {
  return sourceRange(into.at.file, into, start, end);
}
