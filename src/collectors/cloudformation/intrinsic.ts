import { tagOf } from '../../formats/yaml/tag.ts';
import type { DataNode, ExprNode } from '../../model/document.ts';

/** A call of one of CloudFormation's functions, whichever of its two spellings it has. */
export interface Intrinsic {
  /** `Ref`, `Sub`, `If` …: without `Fn::`. */
  readonly name: string;
  readonly argument: DataNode;
}

const SHORT = /^!([A-Za-z]{1,30})$/;
const LONG = /^(?:Fn::([A-Za-z0-9]{1,30}(?:::[A-Za-z0-9]{1,60})?)|(Ref|Condition))$/;

/** Reads a node as a call of a function: `!Ref Stage` or `{ "Ref": "Stage" }`; `null` for anything else. */
export function intrinsicOf(node: DataNode, text: string): Intrinsic | null {
  if (node.type === 'expr') return shortScalar(node);
  if (node.type === 'scalar') return null;
  const tag = SHORT.exec(tagOf(text, node) ?? '')?.[1];
  if (tag !== undefined) return { name: tag, argument: node };
  const [only, second] = node.type === 'map' ? node.entries : [];
  if (only === undefined || second !== undefined) return null;
  const long = LONG.exec(only.key);
  const name = long?.[1] ?? long?.[2];
  // A policy's statement may have nothing but conditions.
  if (name === undefined || (name === 'Condition' && only.value.type !== 'scalar')) return null;
  return { name, argument: only.value };
}

function shortScalar(node: ExprNode): Intrinsic | null {
  const name = SHORT.exec(node.refs[0] ?? '')?.[1];
  if (name === undefined || !node.text.startsWith('!')) return null;
  const tagLength = (node.refs[0] ?? '').length;
  const raw = node.text.slice(tagLength);
  const before = raw.length - raw.trimStart().length;
  const text = unquoted(raw.trim());
  const start = node.at.start + tagLength + before;
  const argument: DataNode = {
    type: 'scalar',
    value: text,
    text,
    map: [[0, start]],
    at: { ...node.at, start: Math.min(start, node.at.end) },
  };
  return { name, argument };
}

/** The text of a scalar whose tag kept it from being read. */
function unquoted(raw: string): string {
  if (raw.startsWith("'")) return raw.replace(/^'|'$/g, '').replace(/''/g, "'");
  if (raw.startsWith('"')) return raw.replace(/^"|"$/g, '').replace(/\\(["\\/])/g, '$1');
  const block = /^[|>][^\n]{0,20}\n/.exec(raw);
  if (block === null) return raw;
  const lines = raw.slice(block[0].length).split('\n');
  const indent = Math.min(...lines.filter((line) => /\S/.test(line)).map(indentOf), 200);
  const glue = raw.startsWith('>') ? ' ' : '\n';
  return lines.map((line) => line.slice(indent)).join(glue);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
