import { at, type DataDocument, type DataNode, type Document } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

/** A setting and the file that says it. */
export interface Setting {
  readonly node: DataNode;
  readonly document: DataDocument;
}

/**
 * Settings files, the stronger first: those of the folder before those of the user, and beside each its local overlay before it.
 * @see https://docs.factory.ai/enterprise/hierarchical-settings-and-org-control (read 2026-11-21)
 */
export function settingsFiles(documents: readonly Document[]): readonly DataDocument[] {
  const rank = (file: string): number =>
    (isHome(file) ? 2 : 0) + (file.includes('.local.') ? 0 : 1);
  return documents
    .filter((document): document is DataDocument => document.shape === 'data')
    .filter(({ file }) => /settings(?:\.local)?\.json$/.test(file))
    .sort((a, b) => rank(a.file) - rank(b.file));
}

/** A plain setting: the strongest file that has it decides. */
export function setting(
  files: readonly DataDocument[],
  ...path: readonly string[]
): Setting | undefined {
  for (const document of files) {
    const node = at(document.roots[0], ...path);
    if (node !== undefined) return { node, document };
  }
  return undefined;
}

/** A list: those of all files count. */
export function everywhere(
  files: readonly DataDocument[],
  ...path: readonly string[]
): readonly Setting[] {
  return files.flatMap((document) => {
    const node = at(document.roots[0], ...path);
    return node === undefined ? [] : [{ node, document }];
  });
}

/** Where the setting is written and true. */
export function trueAt(found: Setting | undefined): SourceRange | undefined {
  return found?.node.type === 'scalar' && found.node.value === true ? found.node.at : undefined;
}
