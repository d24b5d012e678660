import type { DataDocument, DataEntry, DataNode } from '../../model/document.ts';
import { type KubeObject, objectsOf } from './object.ts';
import { unprinted } from './template-branches.ts';
import { asText, type ChartValues, type Evaluated, evaluated } from './template-value.ts';

/** The objects that a template of a chart makes with the given values, as far as that can be told without running it. */
export function rendered(document: DataDocument, chart: ChartValues): readonly KubeObject[] {
  const parts = unprinted(document.text, chart);
  const isPrinted = (offset: number) =>
    !parts.some(([start, end]) => offset >= start && offset < end);
  const roots = document.roots.flatMap((root) => {
    const first = root.type === 'map' ? root.entries[0]?.keyAt.start : root.at.start;
    if (first === undefined || !isPrinted(first)) return [];
    return filled(root, chart, isPrinted, document) ?? [];
  });
  return objectsOf({ ...document, roots });
}

type IsPrinted = (offset: number) => boolean;

/** The node with its expressions replaced by what they come to; `null` for one that is not printed. */
function filled(
  node: DataNode,
  chart: ChartValues,
  isPrinted: IsPrinted,
  document: DataDocument,
): DataNode | null {
  if (node.at.file === document.file && !isPrinted(node.at.start)) return null;
  switch (node.type) {
    case 'scalar':
      return node;
    case 'expr':
      return expression(node, chart);
    case 'list':
      return {
        ...node,
        items: node.items.flatMap((item) => filled(item, chart, isPrinted, document) ?? []),
      };
    case 'map':
      return {
        ...node,
        entries: node.entries.flatMap((entry): readonly DataEntry[] => {
          if (!isPrinted(entry.keyAt.start)) return [];
          const value = filled(entry.value, chart, isPrinted, document);
          return value === null ? [] : [{ ...entry, value }];
        }),
      };
  }
}

const directive = /\{\{-?([^{}]{0,500}?)-?\}\}/g;

function expression(node: Extract<DataNode, { type: 'expr' }>, chart: ChartValues): DataNode {
  const whole = /^["']?\{\{-?([^{}]{0,500}?)-?\}\}["']?$/.exec(node.text)?.[1];
  const value: Evaluated = whole === undefined ? undefined : evaluated(whole, chart);
  if (typeof value === 'object' && value !== null) return value;
  let isWhole = true;
  const printed = node.text
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replace(directive, (_, body: string) => {
      const part = asText(evaluated(body, chart));
      if (part === undefined) isWhole = false;
      return part ?? '';
    });
  if (!isWhole || printed.includes('{{')) return node;
  return { type: 'scalar', value: printed, text: printed, map: [[0, node.at.start]], at: node.at };
}
