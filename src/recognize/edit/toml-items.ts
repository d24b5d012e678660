import type { AST } from 'toml-eslint-parser';
import { tomlProgram } from './toml-tree.ts';

/** What a table of a list has under a key; `undefined` where that is no plain value, or nothing. */
type Read = (key: string) => unknown;

/**
 * The text with the string under `key` replaced in those tables of a list (`[[a.b]]`, or `a.b = [{ … }]`) that `decide` has another one for. A table
 * without the key stays as it is.
 */
export function replaceInTomlItems(
  text: string,
  path: readonly string[],
  key: string,
  decide: (read: Read) => string | undefined,
): string {
  let edited = text;
  for (const pairs of tablesAt(text, path).toReversed()) {
    const found = pairs.find((pair) => nameOf(pair) === key)?.value;
    const wanted = decide((name) => plain(pairs.find((pair) => nameOf(pair) === name)?.value));
    if (found === undefined || wanted === undefined || plain(found) === wanted) continue;
    const [start, end] = found.range;
    edited = edited.slice(0, start) + JSON.stringify(wanted) + edited.slice(end);
  }
  return edited;
}

type Pairs = readonly AST.TOMLKeyValue[];

/** The pairs of each table, in the order of the file. */
function tablesAt(text: string, path: readonly string[]): readonly Pairs[] {
  const [top] = tomlProgram(text)?.body ?? [];
  return (top?.body ?? []).flatMap((node): readonly Pairs[] => {
    if (node.type === 'TOMLKeyValue') return inlineTables(node, [], path);
    const own = node.resolvedKey.filter((part) => typeof part === 'string');
    if (node.kind === 'array') return same(own, path) ? [node.body] : [];
    return node.body.flatMap((pair) => inlineTables(pair, own, path));
  });
}

function inlineTables(
  pair: AST.TOMLKeyValue,
  above: readonly string[],
  path: readonly string[],
): readonly Pairs[] {
  const own = [...above, ...pair.key.keys.map(textOf)];
  const { value } = pair;
  if (value.type === 'TOMLInlineTable') {
    return value.body.flatMap((inner) => inlineTables(inner, own, path));
  }
  if (value.type !== 'TOMLArray' || !same(own, path)) return [];
  return value.elements.flatMap((element) =>
    element.type === 'TOMLInlineTable' ? [element.body] : [],
  );
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

function nameOf({ key }: AST.TOMLKeyValue): string | undefined {
  const [first, ...more] = key.keys;
  return first === undefined || more.length > 0 ? undefined : textOf(first);
}

function textOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function plain(node: AST.TOMLContentNode | undefined): unknown {
  return node?.type === 'TOMLValue' ? node.value : undefined;
}
