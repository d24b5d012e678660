import { applyEdits, findNodeAtLocation, getLocation, modify, parseTree } from 'jsonc-parser';

type JsonPath = readonly (string | number)[];

/** What a file without text is. */
const empty = '{}\n';

/** The plain value at a path, `undefined` where there is none. Comments and trailing commas are allowed. */
export function jsonValue(text: string, path: JsonPath): unknown {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  if (node === undefined) return undefined;
  if (node.type === 'array') return (node.children ?? []).map((child) => child.value);
  return node.type === 'object' ? node : node.value;
}

/** The text with a value set at a path; everything else, comments included, stays as it is. `undefined` removes it. */
export function setJson(text: string, path: JsonPath, value: unknown): string {
  const base = text.trim() === '' ? empty : text;
  const appended = value === undefined ? null : append(base, path, value);
  if (appended !== null) return appended;
  const formattingOptions = { insertSpaces: true, tabSize: indentOf(base), eol: eolOf(base) };
  return applyEdits(base, modify(base, [...path], value, { formattingOptions }));
}

/** The text with a new key or item in front of the others of its object or list, which is made where there is none. */
export function setJsonFirst(text: string, path: JsonPath, value: unknown): string {
  const base = text.trim() === '' ? empty : text;
  const formattingOptions = { insertSpaces: true, tabSize: indentOf(base), eol: eolOf(base) };
  const isArrayInsertion = typeof path.at(-1) === 'number';
  const options = { formattingOptions, isArrayInsertion, getInsertionIndex: () => 0 };
  return applyEdits(base, modify(base, [...path], value, options));
}

/**
 * Adds a new key or item at the end of its object or list, so that the lines around it stay as they are; `null` where the value is there already or
 * its container stands on one line.
 */
function append(text: string, path: JsonPath, value: unknown): string | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root === undefined || findNodeAtLocation(root, [...path]) !== undefined) return null;
  let depth = path.length - 1;
  while (depth > 0 && findNodeAtLocation(root, path.slice(0, depth)) === undefined) depth -= 1;
  const container = depth === 0 ? root : findNodeAtLocation(root, path.slice(0, depth));
  const last = container?.children?.at(-1);
  if (container === undefined || last === undefined) return null;
  const end = container.offset + container.length - 1;
  if (!text.slice(last.offset + last.length, end).includes('\n')) return null;
  const nested = path
    .slice(depth + 1)
    .reduceRight<unknown>(
      (inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }),
      value,
    );
  const key = path[depth];
  const lineStart = text.lastIndexOf('\n', last.offset) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const eol = eolOf(text);
  const json = JSON.stringify(nested, null, indentOf(text)).replaceAll('\n', eol + indent);
  const piece = container.type === 'array' ? json : `${JSON.stringify(key)}: ${json}`;
  const after = last.offset + last.length;
  const hasComma = /^\s*,/.test(text.slice(after));
  const at = text.slice(0, end).trimEnd().length;
  return `${text.slice(0, after)}${hasComma ? '' : ','}${text.slice(after, at)}${eol}${indent}${piece}${hasComma ? ',' : ''}${text.slice(at)}`;
}

/** The text with those of the values appended to a list that are not in it yet. The list is made where there is none. */
export function addToJsonList(text: string, path: JsonPath, values: readonly string[]): string {
  const present = jsonValue(text, path);
  const have = new Set(Array.isArray(present) ? present : []);
  const missing = [...new Set(values)].filter((value) => !have.has(value));
  if (missing.length === 0) return text;
  if (!Array.isArray(present) || present.length === 0) return setJson(text, path, missing);
  let edited = text;
  for (const [index, value] of missing.entries()) {
    edited = setJson(edited, [...path, present.length + index], value);
  }
  return edited;
}

/** The text without those items of a list that `isUnwanted` names. */
export function dropFromJsonList(
  text: string,
  path: JsonPath,
  isUnwanted: (value: unknown) => boolean,
): string {
  const present = jsonValue(text, path);
  if (!Array.isArray(present)) return text;
  let edited = text;
  for (let index = present.length - 1; index >= 0; index -= 1) {
    if (isUnwanted(present[index])) edited = withoutItem(edited, path, index);
  }
  return edited;
}

/** Cuts one item with the comma that belongs to it. */
function withoutItem(text: string, path: JsonPath, index: number): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const list = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  const items = list?.children ?? [];
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (item === undefined) return text;
  const end = item.offset + item.length;
  if (after !== undefined) return text.slice(0, item.offset) + text.slice(after.offset);
  if (before !== undefined) return text.slice(0, before.offset + before.length) + text.slice(end);
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  return text.slice(0, item.offset).trimEnd() + text.slice(end + comma).trimStart();
}

/** The path of the value that stands at an offset. */
export function jsonPathAt(text: string, offset: number): JsonPath {
  return getLocation(text, offset + 1).path;
}

function indentOf(text: string): number {
  const indent = /\n( +)["[{]/.exec(text)?.[1]?.length ?? 2;
  return Math.min(8, indent);
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
