import type { DataNode, MapNode } from '../../model/document.ts';

/** What is written below settings at a path such as `versioning.enabled`: of several blocks the first counts, and what is computed ends the way. */
export function writtenBelow(settings: MapNode | undefined, path: string): DataNode | undefined {
  let node: DataNode | undefined = settings;
  for (const name of path.split('.')) {
    if (node?.type === 'list') node = node.items[0];
    if (node?.type === 'expr') return node;
    node =
      node?.type === 'map'
        ? node.entries.findLast((entry) => entry.key === name)?.value
        : undefined;
  }
  return node;
}
