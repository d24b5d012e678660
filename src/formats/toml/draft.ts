import type { DataEntry, DataNode } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';

/** A table while its file is read: later headers and dotted keys add to it. */
export interface TableDraft {
  readonly kind: 'table';
  readonly entries: EntryDraft[];
  /** First entry of each key, for looking up. */
  readonly byKey: Map<string, EntryDraft>;
  start: number;
  end: number;
}

/** An array of tables while its file is read. */
export interface TablesDraft {
  readonly kind: 'tables';
  readonly items: TableDraft[];
}

/** A key of a table while its file is read. */
export interface EntryDraft {
  readonly key: string;
  readonly keyAt: SourceRange;
  value: TableDraft | TablesDraft | DataNode;
}

/** A key as one part of a dotted name. */
export interface KeyPart {
  readonly name: string;
  readonly at: SourceRange;
}

/** An empty table that stands in a range. */
export function tableDraft(start: number, end: number): TableDraft {
  return { kind: 'table', entries: [], byKey: new Map(), start, end };
}

/** Adds an entry; a key that is there already keeps its entry, and gets one more. */
export function addEntry(table: TableDraft, part: KeyPart, value: EntryDraft['value']): EntryDraft {
  const entry: EntryDraft = { key: part.name, keyAt: part.at, value };
  table.entries.push(entry);
  if (!table.byKey.has(part.name)) table.byKey.set(part.name, entry);
  return entry;
}

/** The table a key leads to, made if it is missing; the last one of an array of tables. */
export function tableAt(table: TableDraft, part: KeyPart): TableDraft {
  const value = table.byKey.get(part.name)?.value;
  if (value !== undefined && 'kind' in value) {
    const found = value.kind === 'table' ? value : value.items.at(-1);
    if (found !== undefined) return found;
  }
  const made = tableDraft(part.at.start, part.at.end);
  addEntry(table, part, made);
  return made;
}

/** Adds a table to the array of tables a key leads to. */
export function appendTable(parent: TableDraft, part: KeyPart, table: TableDraft): void {
  const value = parent.byKey.get(part.name)?.value;
  if (value !== undefined && 'kind' in value && value.kind === 'tables') value.items.push(table);
  else addEntry(parent, part, { kind: 'tables', items: [table] });
}

/** The finished tree of a draft. */
export function finish(file: FilePath, value: EntryDraft['value']): DataNode {
  if (!('kind' in value)) return value;
  if (value.kind === 'tables') {
    const items = value.items.map((item) => finish(file, item));
    const start = value.items[0]?.start ?? 0;
    return { type: 'list', items, at: { file, start, end: value.items.at(-1)?.end ?? start } };
  }
  const entries = value.entries.map(
    (entry): DataEntry => ({
      key: entry.key,
      keyAt: entry.keyAt,
      labels: [],
      value: finish(file, entry.value),
    }),
  );
  return { type: 'map', entries, at: { file, start: value.start, end: value.end } };
}
