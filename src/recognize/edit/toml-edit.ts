import type { AST } from 'toml-eslint-parser';
import { type TomlPair, type TomlTable, type TomlTree, tomlTree } from './toml-tree.ts';

type TomlPath = readonly string[];

/** What can be written; a record becomes a table in braces. */
export type TomlValue =
  | string
  | number
  | boolean
  | readonly string[]
  | Readonly<Record<string, string>>;

/** Whether a text is no TOML. Nobody should edit such a file blindly. */
export function isBrokenToml(text: string): boolean {
  return tomlTree(text) === null;
}

/** The plain value at a path: a scalar, or the scalars of a list. `undefined` where there is none, and for tables. */
export function tomlValue(text: string, path: TomlPath): unknown {
  const value = pairAt(tomlTree(text), path)?.value;
  if (value?.type === 'TOMLArray') return value.elements.map(scalarOf);
  return value === undefined ? undefined : scalarOf(value);
}

/** The keys below a path, in their order. */
export function tomlKeys(text: string, path: TomlPath): readonly string[] {
  const tree = tomlTree(text);
  const found = [...(tree?.tables ?? []), ...(tree?.pairs ?? [])]
    .filter((place) => isBelow(place.path, path))
    .map((place) => place.path[path.length] ?? '');
  return [...new Set(found)];
}

/**
 * The text with a value set at a path, in the table that the file already has for it, else in a new one at the end. Everything else stays as it is; so
 * does all of it where something that is no table is in the way.
 */
export function setToml(text: string, path: TomlPath, value: TomlValue): string {
  const tree = tomlTree(text);
  if (tree === null || path.length === 0) return text;
  const present = pairAt(tree, path);
  if (present !== undefined) {
    const [start, end] = present.value.range;
    return text.slice(0, start) + written(value) + text.slice(end);
  }
  const isInTheWay =
    tree.pairs.some((pair) => isBelow(path, pair.path) && !isInline(pair)) ||
    tree.tables.some((table) => table.path.length === path.length && isBelow(table.path, path, 0));
  if (isInTheWay) return text;
  const edited = added(text, tree, path, value);
  // A table that cannot be added to, such as one of an array of tables.
  return isBrokenToml(edited) ? text : edited;
}

function isInline(pair: TomlPair): boolean {
  return pair.value.type === 'TOMLInlineTable';
}

function scalarOf(node: AST.TOMLContentNode): unknown {
  return node.type === 'TOMLValue' ? node.value : undefined;
}

function pairAt(tree: TomlTree | null, path: TomlPath): TomlPair | undefined {
  return tree?.pairs.find(
    (pair) => pair.path.length === path.length && isBelow(pair.path, path, 0),
  );
}

/** Whether a path starts with another one and is longer by `more` keys at least. */
function isBelow(path: TomlPath, start: TomlPath, more = 1): boolean {
  return path.length >= start.length + more && start.every((key, index) => path[index] === key);
}

function added(text: string, tree: TomlTree, path: TomlPath, value: TomlValue): string {
  const table = path.slice(0, -1);
  const inline = tree.tables.find(({ kind, path: own }) => kind === 'inline' && isBelow(path, own));
  if (inline !== undefined) return intoBraces(text, inline, path, value);
  const own = tree.tables.find((candidate) => samePath(candidate.path, table));
  if (own !== undefined) return intoTable(text, tree, own, path, value);
  // Dotted keys have made the table: it gets one more, for a header would define it again.
  const sibling = tree.pairs.findLast(
    (pair) => isBelow(pair.path, table) && pair.table.path.length < table.length,
  );
  if (sibling !== undefined) return afterPair(text, sibling, path, value);
  return withTable(text, table, `${keyText(path.slice(-1))} = ${written(value)}`);
}

function samePath(one: TomlPath, other: TomlPath): boolean {
  return one.length === other.length && isBelow(one, other, 0);
}

function intoBraces(text: string, table: TomlTable, path: TomlPath, value: TomlValue): string {
  const piece = `${keyText(path.slice(table.path.length))} = ${written(value)}`;
  const last = table.pairs.at(-1);
  if (last === undefined) {
    return `${text.slice(0, table.start)}{ ${piece} }${text.slice(table.end)}`;
  }
  const end = last.value.range[1];
  return `${text.slice(0, end)}, ${piece}${text.slice(end)}`;
}

function intoTable(
  text: string,
  tree: TomlTree,
  table: TomlTable,
  path: TomlPath,
  value: TomlValue,
): string {
  const last = table.pairs.at(-1);
  if (last !== undefined) return afterPair(text, last, path, value);
  const piece = `${keyText(path.slice(table.path.length))} = ${written(value)}`;
  const eol = eolOf(text);
  if (table.kind === 'header') {
    const end = lineEnd(text, table.end);
    return `${text.slice(0, end)}${eol}${piece}${text.slice(end)}`;
  }
  const at = beforeTables(text, tree);
  const hasMore = text.slice(at).trim() !== '';
  const joint = /(?:^\ufeff?|\n)$/.test(text.slice(0, at)) ? '' : eol;
  return `${text.slice(0, at)}${joint}${piece}${eol}${hasMore ? eol : ''}${text.slice(at)}`;
}

/** Where the keys of the root end: before the first header and the comments right above it. */
function beforeTables(text: string, tree: TomlTree): number {
  const header = /^[ \t]*\[/m.exec(text.replace(/^\ufeff/, ' '));
  if (header === null) return text.length;
  let at = header.index;
  while (at > 0) {
    const line = text.lastIndexOf('\n', at - 2) + 1;
    if (!tree.comments.some(({ start }) => start >= line && start < at)) break;
    at = line;
  }
  return at === 0 && text.startsWith('\ufeff') ? 1 : at;
}

function afterPair(text: string, pair: TomlPair, path: TomlPath, value: TomlValue): string {
  const piece = `${keyText(path.slice(pair.table.path.length))} = ${written(value)}`;
  const line = text.slice(text.lastIndexOf('\n', pair.start - 1) + 1, pair.start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const end = lineEnd(text, pair.value.range[1]);
  return `${text.slice(0, end)}${eolOf(text)}${indent}${piece}${text.slice(end)}`;
}

function withTable(text: string, table: TomlPath, piece: string): string {
  const eol = eolOf(text);
  const head = text.trim() === '' ? text.trimEnd() : `${text.trimEnd()}${eol}${eol}`;
  return `${head}[${keyText(table)}]${eol}${piece}${eol}`;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function keyText(path: TomlPath): string {
  return path.map((key) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))).join('.');
}

/** JSON's strings are strings of TOML. */
function written(value: TomlValue): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, inner]) => `${keyText([key])} = ${JSON.stringify(inner)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

function isList(value: TomlValue): value is readonly string[] {
  return Array.isArray(value);
}
