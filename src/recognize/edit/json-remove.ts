import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { isSoundJson } from './json-sound.ts';

type JsonPath = readonly (string | number)[];

const options = { allowTrailingComma: true } as const;
/** What may stand between two tokens. */
const gap = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;

/** Whether a text with something in it is no JSON object, comments and trailing commas allowed. Nobody should edit such a file blindly. */
export function isBrokenJson(text: string): boolean {
  return !isSoundJson(text);
}

/** The keys of the object at a path, in their order; none where there is no object. */
export function jsonKeys(text: string, path: JsonPath): readonly string[] {
  const node = nodeAt(text, path);
  if (node?.type !== 'object') return [];
  return (node.children ?? []).map((property) => String(property.children?.[0]?.value));
}

/**
 * The text without a key and its value. Lines of their own go as a whole, with the comment behind the value; everything else stays, comments above
 * it included.
 */
export function removeJsonKey(text: string, path: JsonPath): string {
  const property = nodeAt(text, path)?.parent;
  const siblings = property?.parent?.children ?? [];
  if (property?.type !== 'property') return text;
  const end = property.offset + property.length;
  const before = siblings[siblings.indexOf(property) - 1];
  const comma = commaAfter(text, end);
  if (comma !== null) return cut(text, property.offset, comma + 1);
  const edited = cut(text, property.offset, end);
  // The last one goes, and the comma before it has nothing left to part.
  const former = before === undefined ? null : commaAfter(text, before.offset + before.length);
  return former === null ? edited : edited.slice(0, former) + edited.slice(former + 1);
}

function nodeAt(text: string, path: JsonPath): Node | undefined {
  const root = parseTree(text, [], options);
  return root === undefined ? undefined : findNodeAtLocation(root, [...path]);
}

function commaAfter(text: string, offset: number): number | null {
  const at = offset + (gap.exec(text.slice(offset))?.[0].length ?? 0);
  return text[at] === ',' ? at : null;
}

function cut(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [rest = ''] = /^[^\n]*\n?/.exec(text.slice(end)) ?? [];
  const isAlone =
    text.slice(lineStart, start).trim() === '' && /^[ \t]*(?:\/\/.*)?\r?\n$/.test(rest);
  if (isAlone) return text.slice(0, lineStart) + text.slice(end + rest.length);
  const space = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const isLast = /^[ \t]*(?:\}|\r?\n|$)/.test(rest);
  return isLast
    ? text.slice(0, start).trimEnd() + text.slice(end)
    : text.slice(0, start) + text.slice(end + space);
}
