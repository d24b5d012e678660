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
