import { blocksOfJson } from '../../formats/hcl/json-blocks.ts';
import { isBlock } from '../../formats/hcl/labels.ts';
import type { DataDocument, DataEntry } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** A block of Terraform's language, its attributes and nested blocks apart. */
export interface Block {
  /** `resource`, `variable`, `lifecycle` … */
  readonly type: string;
  readonly labels: readonly string[];
  /** Its header: `resource "aws_db_instance" "main"`. */
  readonly at: SourceRange;
  readonly attributes: ReadonlyMap<string, DataEntry>;
  readonly blocks: readonly Block[];
}

/** How deep blocks may stand in one another. */
const MAX_NESTING = 30;

/** The top-level blocks of a `.tf` or `.tf.json` document. */
export function blocksOf(document: DataDocument): readonly Block[] {
  const isJson = document.format === 'json';
  const entries = isJson
    ? blocksOfJson(document.roots)
    : document.roots.flatMap((root) => (root.type === 'map' ? root.entries : []));
  const text = isJson ? null : document.text;
  return entries.flatMap((entry) =>
    entry.value.type === 'map' ? [blockOf(entry, text, MAX_NESTING)] : [],
  );
}

/** `text` is the text of the document, `null` for JSON, where every object in a block stands for a block unless it stands for a value. */
function blockOf(entry: DataEntry, text: string | null, depth: number): Block {
  const attributes = new Map<string, DataEntry>();
  const blocks: Block[] = [];
  for (const inner of entry.value.type === 'map' ? entry.value.entries : []) {
    if (inner.value.type !== 'map' || !standsForBlock(inner, text))
      attributes.set(inner.key, inner);
    else if (depth > 0) blocks.push(blockOf(inner, text, depth - 1));
  }
  return { type: entry.key, labels: entry.labels, at: headerOf(entry, text), attributes, blocks };
}

function standsForBlock(entry: DataEntry, text: string | null): boolean {
  return text === null ? !JSON_VALUES.has(entry.key) : isBlock(text, entry);
}

/** Arguments that hold maps wherever they occur, so that JSON does not take them for blocks. */
const JSON_VALUES: ReadonlySet<string> = new Set([
  'tags',
  'labels',
  'required_providers',
  'providers',
  'default',
]);

function headerOf({ keyAt, value }: DataEntry, text: string | null): SourceRange {
  if (text === null || value.at.file !== keyAt.file) return keyAt;
  return { ...keyAt, end: keyAt.start + text.slice(keyAt.start, value.at.start).trimEnd().length };
}

/** The first nested block of a type. */
export function nested(block: Block | undefined, type: string): Block | undefined {
  return block?.blocks.find((inner) => inner.type === type);
}
