import type { DataDocument, DataEntry, DataNode } from '../../model/document.ts';
import { entries } from '../../model/document.ts';
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
  const at = first.keyAt;
  const scalar = (value: string): DataNode => ({
    type: 'scalar',
    value,
    text: value,
    map: [[0, at.start]],
    at,
  });
  const entry = (key: string, value: DataNode): DataEntry => ({
    key,
    keyAt: at,
    labels: [],
    value,
  });
  const map = (inside: readonly DataEntry[]): DataNode => ({ type: 'map', entries: inside, at });
  const object = objectOf(
    map([
      entry('apiVersion', scalar('v1')),
      entry('kind', scalar('ConfigMap')),
      entry('metadata', map([entry('name', scalar('values'))])),
      entry('data', map(data)),
    ]),
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
