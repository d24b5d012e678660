import { at, type DataDocument, type DataNode, entries, items } from '../../model/document.ts';
import { type FilePath, folderOf, type SourceRange } from '../../model/source.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { rawText } from './interpolate.ts';

/** One file's share of a service or volume. */
export interface Part {
  readonly node: DataNode;
  readonly document: DataDocument;
}

/** A service or volume after merging: its parts, the one that counts most last. */
export interface Merged {
  readonly name: string;
  readonly at: SourceRange;
  readonly parts: readonly Part[];
}

/** The files of a project merged into one. */
export interface Project {
  readonly documents: readonly DataDocument[];
  readonly services: readonly Merged[];
  readonly volumes: ReadonlyMap<string, Merged>;
}

/** Finds a compose document of the tree by its path. */
export type Find = (file: string) => DataDocument | undefined;

/** Files and services that lead to each other are followed this far. */
const maxDepth = 20;

/** Merges files in the order of `-f`, with what they include and extend inside the tree. */
export function mergeProject(files: readonly DataDocument[], find: Find): Project {
  const documents = withIncluded(files, find);
  return {
    documents,
    services: [...merge(documents, 'services', find).values()],
    volumes: merge(documents, 'volumes', find),
  };
}

function withIncluded(files: readonly DataDocument[], find: Find): readonly DataDocument[] {
  const found = new Set<DataDocument>();
  const visit = (document: DataDocument, depth: number): void => {
    if (depth > maxDepth || found.has(document)) return;
    for (const file of includesOf(document)) {
      const other = find(file);
      if (other !== undefined) visit(other, depth + 1);
    }
    found.add(document);
  };
  for (const file of files) visit(file, 0);
  return [...found];
}

/** Files that this one includes, as paths of the tree. */
export function includesOf(document: DataDocument): readonly string[] {
  return includedBy(document).flatMap((path) => pathFrom(folderOf(document.file), path) ?? []);
}

function includedBy(document: DataDocument): readonly string[] {
  return items(at(document.roots[0], 'include')).flatMap((item) => {
    const path = item.type === 'map' ? at(item, 'path') : item;
    const paths = path?.type === 'list' ? path.items : [path];
    return paths.flatMap((one) => rawText(one) ?? []);
  });
}

function merge(
  documents: readonly DataDocument[],
  section: 'services' | 'volumes',
  find: Find,
): ReadonlyMap<string, Merged> {
  const merged = new Map<string, Merged>();
  for (const document of documents) {
    for (const { key, keyAt, value } of entries(at(document.roots[0], section))) {
      const own = section === 'services' ? extended(value, document, find, 0) : [];
      const before = merged.get(key);
      const parts = [...(before?.parts ?? []), ...own, { node: value, document }];
      merged.set(key, { name: key, at: before?.at ?? keyAt, parts });
    }
  }
  return merged;
}

/** Parts of the service that this one extends. */
function extended(
  node: DataNode,
  document: DataDocument,
  find: Find,
  depth: number,
): readonly Part[] {
  const link = at(node, 'extends');
  const name = rawText(link) ?? rawText(at(link, 'service'));
  if (name === null || depth > maxDepth) return [];
  const path = rawText(at(link, 'file'));
  const file = path === null ? document.file : pathFrom(folderOf(document.file), path);
  const home = file === document.file ? document : file === null ? undefined : find(file);
  const parent = at(home?.roots[0], 'services', name);
  if (home === undefined || parent === undefined || parent === node) return [];
  return [...extended(parent, home, find, depth + 1), { node: parent, document: home }];
}

/** The field of a service or volume that counts: the last one written. */
export function field(merged: Merged, key: string): DataNode | undefined {
  return merged.parts
    .toReversed()
    .map((part) => at(part.node, key))
    .find((node) => node !== undefined);
}

/** Every part's share of a field that Compose adds up; `!reset` and `!override` drop what came before. */
export function shares(merged: Merged, key: string): readonly Part[] {
  const found: Part[] = [];
  for (const { node, document } of merged.parts) {
    const share = at(node, key);
    if (share === undefined) continue;
    if (/^!(?:reset|override)\b/.test(document.text.slice(share.at.start, share.at.start + 10))) {
      found.length = 0;
    }
    found.push({ node: share, document });
  }
  return found;
}

/** Whether a document describes services or volumes at all. */
export function isCompose(document: DataDocument): boolean {
  const root = document.roots[0];
  return at(root, 'services')?.type === 'map' || at(root, 'volumes')?.type === 'map';
}

/** Where a file begins, as a place for what it stands for as a whole. */
export function headOf(document: DataDocument): SourceRange {
  const file: FilePath = document.file;
  const first = entries(document.roots[0])[0]?.keyAt;
  return first?.file === file ? first : { file, start: 0, end: 0 };
}
