import type { DataDocument, DataEntry, DataNode } from '../../model/document.ts';
import { entries } from '../../model/document.ts';
import { nodesAt } from './made-nodes.ts';
import { type KubeObject, objectOf, text } from './object.ts';

const blocks = /^(?:external)?_?(database|db|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?)$/i;
const maxDepth = 4;

/**
 * Servers outside of the chart that its values name (`externalDatabase: { host, port, database }`), as the variables that they become: what two
 * stages have in common is told from those.
 */
export function settingsOfValues(
  values: DataNode | undefined,
  document: DataDocument,
): readonly KubeObject[] {
  const data: DataEntry[] = [];
  visit(values, data, 0);
  const [first] = data;
  if (first === undefined) return [];
  const { scalar, map, mapOf } = nodesAt(first.keyAt);
  const object = objectOf(
    map({
      apiVersion: scalar('v1'),
      kind: scalar('ConfigMap'),
      metadata: map({ name: scalar('values') }),
      data: mapOf(data),
    }),
    document,
  );
  return object === null ? [] : [object];
}

function visit(node: DataNode | undefined, data: DataEntry[], depth: number): void {
  if (depth > maxDepth) return;
  for (const { key, value } of entries(node)) {
    const word = blocks.exec(key)?.[1]?.toUpperCase();
    if (word !== undefined && text(value, 'host') !== null) {
      const prefix = data.length === 0 ? '' : `V${data.length}_`;
      for (const inner of entries(value)) {
        const end = { host: 'HOST', port: 'PORT', database: 'NAME', name: 'NAME' }[inner.key];
        if (end !== undefined) data.push({ ...inner, key: `${prefix}${word}_${end}` });
      }
    } else visit(value, data, depth + 1);
  }
}
