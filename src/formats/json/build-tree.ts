import type { Node } from 'jsonc-parser';
import type { DataEntry, DataNode, ScalarNode } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { verbatim } from '../positions.ts';
import { stringText } from './string-text.ts';

/** The text one or more JSON values are read from. */
export interface JsonSource {
  readonly file: FilePath;
  readonly text: string;
  /** Called for a key that has no value. */
  readonly onMissing: (key: SourceRange) => void;
}

/** Turns a parsed value into nodes; `shift` is where the parsed part starts in the text. */
export function buildTree(source: JsonSource, node: Node, shift: number): DataNode {
  const at = rangeOf(source, node, shift);
  if (node.type === 'object') {
    const entries: DataEntry[] = [];
    for (const property of node.children ?? []) {
      const entry = buildEntry(source, property, shift);
      if (entry !== null) entries.push(entry);
    }
    return { type: 'map', entries, at };
  }
  if (node.type === 'array') {
    const items = (node.children ?? []).map((child) => buildTree(source, child, shift));
    return { type: 'list', items, at };
  }
  const content =
    node.type === 'string'
      ? stringText(source.text, at.start, at.end)
      : verbatim(source.text, at.start, at.end);
  return { type: 'scalar', value: scalarValue(node, content.text), ...content, at };
}

function buildEntry(source: JsonSource, property: Node, shift: number): DataEntry | null {
  const [name, value] = property.children ?? [];
  if (name === undefined) return null;
  const keyAt = rangeOf(source, name, shift);
  if (value === undefined) {
    source.onMissing(keyAt);
    return null;
  }
  const key = stringText(source.text, keyAt.start, keyAt.end).text;
  return { key, keyAt, labels: [], value: buildTree(source, value, shift) };
}

function scalarValue(node: Node, text: string): ScalarNode['value'] {
  switch (node.type) {
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'null':
      return null;
    case 'string':
    case 'property':
    case 'object':
    case 'array':
      return text;
  }
}

function rangeOf(source: JsonSource, node: Node, shift: number): SourceRange {
  const start = node.offset + shift;
  const end = Math.min(source.text.length, start + Math.max(0, node.length));
  return { file: source.file, start, end };
}
