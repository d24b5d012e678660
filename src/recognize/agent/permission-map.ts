import {
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  type ScalarNode,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** A `permission` or an older `tools` setting, with the file that holds it. */
export interface PermissionSource {
  readonly node: DataNode;
  readonly document: DataDocument;
  readonly key: 'permission' | 'tools';
}

/** One action of the merged setting. */
export interface PermissionLine {
  /** Key of the setting: `bash`, `*`, `supabase_*`. */
  readonly tool: string;
  /** What the tool is asked to do, as written; `*` where the key stands for all of it. */
  readonly pattern: string;
  readonly action: 'allow' | 'ask' | 'deny' | 'computed' | 'unknown';
  readonly document: DataDocument;
  /** The pattern as a scalar, so that secrets in it can be found. */
  readonly text: ScalarNode;
  readonly at: SourceRange;
}

type Branch = Map<string, PermissionLine>;

/**
 * Merges settings as these agents do: a later file replaces what an earlier one says of the same key and leaves the key where it stood, so that the
 * order in which rules are tried is that of the first mention.
 * @see https://opencode.ai/docs/permissions/ (read 2026-11-21)
 */
export function mergedPermissions(sources: readonly PermissionSource[]): readonly PermissionLine[] {
  const merged = new Map<string, PermissionLine | Branch>();
  // Booleans of the older setting are put in front of everything.
  const inOrder = [...sources].sort(
    (a, b) => Number(b.key === 'tools') - Number(a.key === 'tools'),
  );
  for (const source of inOrder) {
    if (source.key === 'tools') addSwitches(merged, source);
    else addPermissions(merged, source);
  }
  return [...merged.values()].flatMap((value) =>
    value instanceof Map ? [...value.values()] : [value],
  );
}

function addPermissions(
  merged: Map<string, PermissionLine | Branch>,
  { node, document }: PermissionSource,
): void {
  if (node.type === 'scalar') {
    const text = { ...node, value: '*', text: '*' };
    merged.set('*', line('*', '*', node, { document, text, at: node.at }));
    return;
  }
  for (const tool of entries(node)) {
    const place = { document, text: keyScalar(tool, document), at: rangeOf(tool) };
    if (tool.value.type !== 'map') {
      merged.set(tool.key, line(tool.key, '*', tool.value, place));
      continue;
    }
    const before = merged.get(tool.key);
    const branch: Branch = before instanceof Map ? before : new Map();
    for (const pattern of entries(tool.value)) {
      const where = { document, text: keyScalar(pattern, document), at: rangeOf(pattern) };
      branch.set(pattern.key, line(tool.key, pattern.key, pattern.value, where));
    }
    merged.set(tool.key, branch);
  }
}

function addSwitches(
  merged: Map<string, PermissionLine | Branch>,
  { node, document }: PermissionSource,
): void {
  for (const tool of entries(node)) {
    if (tool.value.type !== 'scalar' || typeof tool.value.value !== 'boolean') continue;
    const key = /^(?:write|patch|multiedit)$/.test(tool.key) ? 'edit' : tool.key;
    const action = tool.value.value ? 'allow' : 'deny';
    const at = rangeOf(tool);
    const text = keyScalar(tool, document);
    merged.set(key, { tool: key, pattern: '*', action, document, text, at });
  }
}

function line(
  tool: string,
  pattern: string,
  value: DataNode,
  place: Pick<PermissionLine, 'document' | 'text' | 'at'>,
): PermissionLine {
  return { tool, pattern, action: actionOf(value), ...place };
}

function actionOf(value: DataNode): PermissionLine['action'] {
  if (value.type === 'expr') return 'computed';
  if (value.type !== 'scalar') return 'unknown';
  switch (value.text) {
    case 'allow':
    case 'ask':
    case 'deny':
      return value.text;
    default:
      return /^\{(?:env|file):/.test(value.text) ? 'computed' : 'unknown';
  }
}

function rangeOf(entry: DataEntry): SourceRange {
  return { ...entry.keyAt, end: Math.max(entry.keyAt.end, entry.value.at.end) };
}

function keyScalar(entry: DataEntry, document: DataDocument): ScalarNode {
  const { key, keyAt } = entry;
  const isQuoted = /["']/.test(document.text[keyAt.start] ?? '');
  const start = keyAt.start + (isQuoted ? 1 : 0);
  return { type: 'scalar', value: key, text: key, map: [[0, start]], at: keyAt };
}
