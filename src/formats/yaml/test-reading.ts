import { expect } from 'vitest';
import { at, type DataDocument, type DataNode, type ScalarNode } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

/** The file every test text pretends to be. */
export const FILE = filePath('config.yaml');

/** The document of a YAML text. */
export function read(text: string): DataDocument {
  const document = parse(FILE, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

/** The first root of a YAML text. */
export function root(text: string): DataNode {
  const [first] = read(text).roots;
  if (first === undefined) throw new Error('no root');
  return first;
}

/** The scalar at a path of keys. */
export function scalar(text: string, ...keys: string[]): ScalarNode {
  const node = at(root(text), ...keys);
  if (node?.type !== 'scalar') throw new Error(`no scalar at ${keys.join('.')}`);
  return node;
}

/** Values without places; expressions as a marked string. */
export function plain(node: DataNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'expr') return `=${node.text}`;
  if (node.type === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
}

/** Visits all a recursive consumer would; throws when that is too much. */
export function visits(node: DataNode, budget = { left: 1_000_000 }, depth = 0): number {
  budget.left -= 1;
  if (budget.left < 0 || depth > 200) throw new Error('the tree explodes');
  const children =
    node.type === 'list'
      ? node.items
      : node.type === 'map'
        ? node.entries.map((entry) => entry.value)
        : [];
  return children.reduce((sum, child) => sum + visits(child, budget, depth + 1), 1);
}

/** Fails when a node, its text or its map leaves the file. */
export function expectInside(text: string, node: DataNode, depth = 0): void {
  const { start, end } = node.at;
  expect(start >= 0 && start <= end && end <= text.length).toBe(true);
  if (depth > 20) return;
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
