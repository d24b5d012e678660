import { at, type DataDocument, type DataNode, type Document } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

/** One settings file of the folder. */
export interface SettingsFile {
  readonly document: DataDocument;
  readonly root: DataNode;
  /** `local`: personal, `settings.local.json`. `user`: of the home folder, the weakest, and the only one that may loosen everything. */
  readonly scope: 'local' | 'project' | 'user';
}

const strength = { local: 0, project: 1, user: 2 } as const;

/** A setting and the file that says it. */
export interface Setting {
  readonly node: DataNode;
  readonly file: SettingsFile;
}

/**
 * Settings files of a unit, the stronger first.
 * @see https://code.claude.com/docs/en/settings (read 2026-11-21)
 */
export function settingsFiles(documents: readonly Document[]): readonly SettingsFile[] {
  const found: SettingsFile[] = [];
  for (const document of documents) {
    if (document.shape !== 'data') continue;
    const name = baseName(document.file);
    const [root] = document.roots;
    if (root?.type !== 'map') continue;
    if (isHome(document.file)) found.push({ document, root, scope: 'user' });
    else if (name === 'settings.local.json') found.push({ document, root, scope: 'local' });
    else if (name === 'settings.json') found.push({ document, root, scope: 'project' });
  }
  return found.sort((a, b) => strength[a.scope] - strength[b.scope]);
}

/** A scalar setting as the agent merges it: the strongest file that has it wins. */
export function setting(
  files: readonly SettingsFile[],
  ...path: readonly string[]
): Setting | undefined {
  for (const file of files) {
    const node = at(file.root, ...path);
    if (node !== undefined) return { node, file };
  }
  return undefined;
}

/** A list setting from every file: lists are merged. */
export function everywhere(
  files: readonly SettingsFile[],
  ...path: readonly string[]
): readonly Setting[] {
  return files.flatMap((file) => {
    const node = at(file.root, ...path);
    return node === undefined ? [] : [{ node, file }];
  });
}

/** The setting's value when it is written as a plain scalar. */
export function plainValue(
  found: Setting | undefined,
): string | number | boolean | null | undefined {
  return found?.node.type === 'scalar' ? found.node.value : undefined;
}
