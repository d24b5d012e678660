import { expect } from 'vitest';
import type { DataNode } from '../src/model/document.ts';

/** Values without places; expressions as a marked string. */
export function plain(node: DataNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'expr') return `=${node.text}`;
  if (node.type === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
}

/** Fails when a node, its text or its map leaves the file. */
export function expectInside(text: string, node: DataNode, depth = 0): void {
  const { start, end } = node.at;
  expect(start >= 0 && start <= end && end <= text.length).toBe(true);
  if (depth > 200) return;
  if (node.type === 'expr') expect(node.text).toBe(text.slice(start, end));
  if (node.type === 'list') for (const item of node.items) expectInside(text, item, depth + 1);
  if (node.type === 'map') {
    for (const entry of node.entries) {
      expect(entry.keyAt.end).toBeLessThanOrEqual(text.length);
      expectInside(text, entry.value, depth + 1);
    }
  }
  if (node.type !== 'scalar') return;
  expect(node.map[0]?.[0]).toBe(0);
  for (const [index, [decoded, source]] of node.map.entries()) {
    const before = node.map[index - 1] ?? [-1, -1];
    expect(decoded > before[0] && source > before[1] && source <= text.length).toBe(true);
  }
}
