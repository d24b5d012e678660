import { parse } from '../../formats/json/parse.ts';
import {
  type DataDocument,
  type DataNode,
  type Document,
  type ScalarNode,
  sourceOffset,
  sourceRange,
} from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';

/** JSON written into a string of another file, with ranges of that file; `null` for text that is no object. */
export function embeddedJson(host: Document, scalar: ScalarNode): DataDocument | null {
  if (!/^\s*\{/.test(scalar.text)) return null;
  const document = parse(host.file, scalar.text);
  const root = document.shape === 'data' ? document.roots[0] : undefined;
  if (root === undefined) return null;
  return {
    shape: 'data',
    format: 'json',
    file: host.file,
    text: host.text,
    roots: [moved(root, host.file, scalar)],
    comments: [],
    problems: [],
  };
}

/** The parser caps the depth of what it reads, so this recursion ends early enough. */
function moved(node: DataNode, file: FilePath, scalar: ScalarNode): DataNode {
  const place = (at: SourceRange): SourceRange => sourceRange(file, scalar, at.start, at.end);
  switch (node.type) {
    case 'scalar':
      return {
        ...node,
        at: place(node.at),
        map: node.map.map(([decoded, source]) => [decoded, sourceOffset(scalar, source)]),
      };
    case 'list':
      return {
        ...node,
        at: place(node.at),
        items: node.items.map((item) => moved(item, file, scalar)),
      };
    case 'map':
      return {
        ...node,
        at: place(node.at),
        entries: node.entries.map((entry) => ({
          ...entry,
          keyAt: place(entry.keyAt),
          value: moved(entry.value, file, scalar),
        })),
      };
    case 'expr':
      return { ...node, at: place(node.at) };
  }
}
