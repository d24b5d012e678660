import { setToml } from './toml-edit.ts';
import { tomlTree } from './toml-tree.ts';

type TomlPath = readonly string[];

interface Item {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

interface List {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** The text with those of the values appended to a list that are not in it yet. The list is made where there is none, in the place of what is no list. */
export function addToTomlList(text: string, path: TomlPath, values: readonly string[]): string {
  const list = listAt(text, path);
  if (list === undefined) {
    return values.length === 0 ? text : setToml(text, path, [...new Set(values)]);
  }
  const have = new Set(list.items.map((item) => item.value));
  return [...new Set(values)]
    .filter((value) => !have.has(value))
    .reduce((edited, value) => appended(edited, path, JSON.stringify(value)), text);
}

/** The text without those items of a list that `isUnwanted` names; a comment behind such an item goes with it. */
export function dropFromTomlList(
  text: string,
  path: TomlPath,
  isUnwanted: (value: unknown) => boolean,
): string {
  const count = listAt(text, path)?.items.length ?? 0;
  let edited = text;
  for (let index = count - 1; index >= 0; index -= 1) {
    const list = listAt(edited, path);
    const item = list?.items[index];
    if (list !== undefined && item !== undefined && isUnwanted(item.value)) {
      edited = withoutItem(edited, list, index, item);
    }
  }
  return edited;
}

function listAt(text: string, path: TomlPath): List | undefined {
  const tree = tomlTree(text);
  const pair = tree?.pairs.find(
    ({ path: own }) => own.length === path.length && own.every((key, index) => key === path[index]),
  );
  if (tree === null || pair?.value.type !== 'TOMLArray') return undefined;
  const { elements, range } = pair.value;
  const items = elements.map((node) => ({
    value: node.type === 'TOMLValue' ? node.value : undefined,
    start: node.range[0],
    end: node.range[1],
  }));
  return { items, start: range[0], end: range[1], comments: tree.comments };
}

function appended(text: string, path: TomlPath, piece: string): string {
  const list = listAt(text, path);
  const last = list?.items.at(-1);
  if (list === undefined) return text;
  if (last === undefined) {
    return `${text.slice(0, list.start + 1)}${piece}${text.slice(list.start + 1)}`;
  }
  const comma = commaAfter(text, list, last.end);
  const parted = comma === null ? `${text.slice(0, last.end)},${text.slice(last.end)}` : text;
  const behind = comma === null ? last.end + 1 : comma + 1;
  const lineEnd = /\r?\n/.exec(parted.slice(behind));
  const closing = list.end - 1 + (comma === null ? 1 : 0);
  if (lineEnd === null || behind + lineEnd.index >= closing) {
    return `${parted.slice(0, behind)} ${piece}${parted.slice(behind)}`;
  }
  const line = parted.slice(parted.lastIndexOf('\n', last.start - 1) + 1, last.start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const at = behind + lineEnd.index;
  return `${parted.slice(0, at)}${lineEnd[0]}${indent}${piece},${parted.slice(at)}`;
}

/** The comma that follows an item; comments may stand before it. */
function commaAfter(text: string, list: List, from: number): number | null {
  let at = from;
  while (at < list.end) {
    const comment = list.comments.find(({ start }) => start === at);
    if (comment !== undefined) at = comment.end;
    else if (text[at] === ',') return at;
    else if (/\s/.test(text[at] ?? '')) at += 1;
    else return null;
  }
  return null;
}

function withoutItem(text: string, list: List, index: number, item: Item): string {
  const comma = commaAfter(text, list, item.end);
  const end = comma === null ? item.end : comma + 1;
  const lineStart = text.lastIndexOf('\n', item.start - 1) + 1;
  const rest = /^[ \t]*(?:#[^\n]*)?\r?\n/.exec(text.slice(end))?.[0];
  if (text.slice(lineStart, item.start).trim() === '' && rest !== undefined) {
    return text.slice(0, lineStart) + text.slice(end + rest.length);
  }
  const before = list.items[index - 1];
  const former = before === undefined ? null : commaAfter(text, list, before.end);
  const isLast = comma === null && former !== null;
  if (isLast && text.slice(former, item.start).trim() === ',') {
    return text.slice(0, former) + text.slice(item.end);
  }
  const space = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return text.slice(0, item.start) + text.slice(comma === null ? end : end + space);
}
