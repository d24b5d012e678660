import type { AST } from 'toml-eslint-parser';
import type { DataNode, ScalarNode } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { MAX_DEPTH, verbatim } from '../positions.ts';
import {
  addEntry,
  appendTable,
  finish,
  type KeyPart,
  type TableDraft,
  tableAt,
  tableDraft,
} from './draft.ts';
import { stringText } from './string-text.ts';

/** The text a TOML tree is read from. */
export interface TomlSource {
  readonly file: FilePath;
  readonly text: string;
  /** Called for a key or value that nests too deeply and is left out. */
  readonly onTooDeep: (at: SourceRange) => void;
}

/** Folds tables, arrays of tables and dotted keys into one tree. */
export function buildTree(source: TomlSource, program: AST.TOMLProgram): DataNode {
  const root = tableDraft(0, source.text.length);
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') addKeyValue(source, root, node, 1);
    else addTable(source, root, node);
  }
  return finish(source.file, root);
}

function addTable(source: TomlSource, root: TableDraft, node: AST.TOMLTable): void {
  const [start, end] = [node.range[0], node.range[1]];
  const parts = keyParts(source, node.key);
  const last = parts.pop();
  if (last === undefined) return;
  if (parts.length >= MAX_DEPTH) {
    source.onTooDeep({ file: source.file, start, end });
    return;
  }
  let parent = root;
  for (const part of parts) parent = tableAt(parent, part);
  let table: TableDraft;
  if (node.kind === 'array') {
    table = tableDraft(start, end);
    appendTable(parent, last, table);
  } else {
    table = tableAt(parent, last);
    // The header names the table better than the first mention of a table inside of it.
    Object.assign(table, { start, end });
  }
  for (const entry of node.body) addKeyValue(source, table, entry, parts.length + 2);
}

function addKeyValue(
  source: TomlSource,
  table: TableDraft,
  node: AST.TOMLKeyValue,
  depth: number,
): void {
  const parts = keyParts(source, node.key);
  const last = parts.pop();
  if (last === undefined) return;
  if (parts.length + depth > MAX_DEPTH) {
    source.onTooDeep({ file: source.file, start: node.range[0], end: node.range[1] });
    return;
  }
  let parent = table;
  for (const part of parts) {
    parent = tableAt(parent, part);
    parent.end = Math.max(parent.end, node.range[1]);
  }
  addEntry(parent, last, content(source, node.value, depth + parts.length + 1));
}

function keyParts(source: TomlSource, key: AST.TOMLKey): KeyPart[] {
  return key.keys.map((part) => ({
    name: part.type === 'TOMLBare' ? part.name : part.value,
    at: { file: source.file, start: part.range[0], end: part.range[1] },
  }));
}

function content(source: TomlSource, node: AST.TOMLContentNode, depth: number): DataNode {
  const { file } = source;
  const at = { file, start: node.range[0], end: node.range[1] };
  if (node.type === 'TOMLValue') return scalar(source, node, at);
  if (depth > MAX_DEPTH) {
    source.onTooDeep(at);
    return { type: 'expr', text: source.text.slice(at.start, at.end), refs: [], at };
  }
  if (node.type === 'TOMLArray') {
    return {
      type: 'list',
      items: node.elements.map((item) => content(source, item, depth + 1)),
      at,
    };
  }
  const table = tableDraft(at.start, at.end);
  for (const entry of node.body) addKeyValue(source, table, entry, depth);
  return finish(file, table);
}

function scalar(source: TomlSource, node: AST.TOMLValue, at: SourceRange): ScalarNode {
  if (node.kind === 'string') {
    const form = { isBasic: node.style === 'basic', isMultiline: node.multiline };
    const text = stringText(source.text, at.start, at.end, form);
    return { type: 'scalar', value: text.text, ...text, at };
  }
  const text = verbatim(source.text, at.start, at.end);
  // Dates have no type of their own in the model; as written they sort and compare.
  const value = node.value instanceof Date ? text.text : node.value;
  return { type: 'scalar', value, ...text, at };
}
