import { parse as parseHcl } from '../../formats/hcl/parse.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import {
  at,
  type DataEntry,
  type DataNode,
  entries,
  type ScalarNode,
  sourceOffset,
} from '../../model/document.ts';
import { filePath, type SourceRange } from '../../model/source.ts';

/** Policies of any vendor are small; what is longer is something else. */
const maxLength = 100_000;

/**
 * A policy as a tree, however it is written: as a map, as JSON text in a string or here-document, as `jsonencode({ … })` that nobody has evaluated.
 * What is computed inside is an `expr`. `undefined` for anything else.
 */
export function policyTree(node: DataNode | undefined): DataNode | undefined {
  if (node === undefined || node.type === 'list') return undefined;
  if (node.type === 'map') return node;
  return node.type === 'scalar' ? treeOfText(node) : treeOfExpression(node.text, node.at);
}

function treeOfText(node: ScalarNode): DataNode | undefined {
  if (!node.text.trimStart().startsWith('{') || node.text.length > maxLength) return undefined;
  return mapOf(node.text, (range) => placed(node, range));
}

/** Where a part of the text stands in the file. A text that was computed stands where its expression does, as a whole. */
function placed(node: ScalarNode, { start, end }: SourceRange): SourceRange {
  // What is written stands behind a quote or the first line of a here-document.
  if (node.map[0]?.[1] === node.at.start) return node.at;
  const from = sourceOffset(node, start);
  const to = sourceOffset(node, Math.max(start, end - 1)) + 1;
  const isInside = from >= node.at.start && to <= node.at.end && from < to;
  return isInside ? { file: node.at.file, start: from, end: to } : node.at;
}

const interpolation = /\$\{[^{}]{0,400}\}/g;

function treeOfExpression(text: string, whole: SourceRange): DataNode | undefined {
  if (text.length > maxLength) return undefined;
  const shift = (range: SourceRange): SourceRange => ({
    file: whole.file,
    start: Math.min(whole.start + range.start, whole.end),
    end: Math.min(whole.start + range.end, whole.end),
  });
  const call = /^jsonencode\s{0,20}\(/.exec(text);
  if (call !== null && text.endsWith(')')) return encoded(text, call[0].length, shift);
  const heredoc = /^<<[-~]?\s{0,20}"?[A-Za-z_][\w-]{0,60}"?[^\n]{0,20}\n/.exec(text);
  if (heredoc === null) return undefined;
  // Same length, so that offsets stay true; what was computed is marked and becomes an `expr` again.
  const body = text
    .slice(heredoc[0].length)
    .replace(interpolation, (found) => mark.padEnd(found.length, mark));
  const end = body.lastIndexOf('}') + 1;
  const start = heredoc[0].length;
  return mapOf(body.slice(0, end), ({ file, start: from, end: to }) =>
    shift({ file, start: start + from, end: start + to }),
  );
}

/** Stands for every character of an interpolation; no policy contains it. */
const mark = '\u0001';

function encoded(
  text: string,
  from: number,
  shift: (range: SourceRange) => SourceRange,
): DataNode | undefined {
  // Blanks in place of the call keep the offsets; the name in front needs one character and an equals sign, which the call is longer than.
  const program = `a=${' '.repeat(Math.max(0, from - 2))}${text.slice(from, -1)}`;
  const document = parseHcl(filePath('policy.tf'), program);
  const root = document?.shape === 'data' ? document.roots[0] : undefined;
  const value = at(root, 'a');
  return value?.type === 'map' ? moved(value, shift, 0) : undefined;
}

function mapOf(text: string, place: (range: SourceRange) => SourceRange): DataNode | undefined {
  const document = parseJson(filePath('policy.json'), text);
  const root = document?.shape === 'data' ? document.roots[0] : undefined;
  return root?.type === 'map' ? moved(root, place, 0) : undefined;
}

/** The same tree at its places in the file. */
function moved(
  node: DataNode,
  place: (range: SourceRange) => SourceRange,
  depth: number,
): DataNode {
  const here = place(node.at);
  if (depth > 40) return { type: 'expr', text: '', refs: [], at: here };
  switch (node.type) {
    case 'map':
      return {
        type: 'map',
        at: here,
        entries: node.entries.map(
          (entry): DataEntry => ({
            ...entry,
            keyAt: place(entry.keyAt),
            value: moved(entry.value, place, depth + 1),
          }),
        ),
      };
    case 'list':
      return {
        type: 'list',
        at: here,
        items: node.items.map((item) => moved(item, place, depth + 1)),
      };
    case 'scalar':
      return node.text.includes(mark)
        ? { type: 'expr', text: node.text.replaceAll(mark, ''), refs: [], at: here }
        : { ...node, map: [[0, here.start]], at: here };
    case 'expr':
      return { ...node, at: here };
  }
}

/**
 * A field by its name, whatever the case and whether words are joined or parted: dialects write `NotAction`, `not_action` and `not_actions` for one
 * thing. The last one counts.
 */
export function field(
  node: DataNode | undefined,
  ...names: readonly string[]
): DataNode | undefined {
  return entries(node).findLast((entry) => names.includes(plainName(entry.key)))?.value;
}

/** `NotAction`, `not_action` → `notaction`. */
export function plainName(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '');
}

/** The texts of a string or a list of strings, with their places; `isWhole` is false where some are computed. */
export function texts(node: DataNode | undefined): {
  readonly values: readonly { readonly text: string; readonly at: SourceRange }[];
  readonly isWhole: boolean;
} {
  if (node === undefined) return { values: [], isWhole: true };
  const list = node.type === 'list' ? node.items : [node];
  const values = list.flatMap((item) =>
    item.type === 'scalar' && item.value !== null ? [{ text: item.text, at: item.at }] : [],
  );
  return { values, isWhole: values.length === list.length };
}
