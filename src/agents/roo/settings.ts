import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  entry,
} from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

/** Settings of VS Code from one file. */
export interface Layer {
  readonly document: DataDocument;
  readonly settings: DataNode;
  readonly isUser: boolean;
}

/** Settings of the unit's files; lists of commands are joined over all of them. */
export function layersOf(documents: readonly Document[]): readonly Layer[] {
  return documents.flatMap((document): readonly Layer[] => {
    if (document.shape !== 'data') return [];
    const settings = settingsIn(document);
    return settings === undefined ? [] : [{ document, settings, isUser: isHome(document.file) }];
  });
}

function settingsIn(document: DataDocument): DataNode | undefined {
  const [root] = document.roots;
  const { file } = document;
  if (/^\.?devcontainer\.json$/.test(baseName(file))) {
    return at(root, 'customizations', 'vscode', 'settings');
  }
  if (file.endsWith('.code-workspace')) return at(root, 'settings');
  return /(?:\.vscode|\/User)\/settings\.json$/.test(file) ? root : undefined;
}

/** Entries of one extension's settings, whatever file they stand in. */
export function settingsOf(
  layers: readonly Layer[],
  prefix: string,
): readonly { readonly layer: Layer; readonly entry: DataEntry }[] {
  return layers.flatMap((layer) =>
    entries(layer.settings)
      .filter(({ key }) => key.startsWith(prefix))
      .map((found) => ({ layer, entry: found })),
  );
}

/**
 * Settings that a file of the tree has the extension import, when they lie in the tree: `roo-cline.autoImportSettingsPath` names them.
 * @see https://docs.roocode.com/features/settings-management (read 2026-11-21)
 */
export function importedSettings(
  documents: readonly Document[],
  layers: readonly Layer[],
  prefix: string,
): { readonly document: DataDocument; readonly settings: DataNode } | undefined {
  for (const layer of layers) {
    const path = entry(layer.settings, `${prefix}autoImportSettingsPath`)?.value;
    if (path?.type !== 'scalar') continue;
    const found = documents.find(
      (document): document is DataDocument =>
        document.shape === 'data' &&
        baseName(document.file) === 'roo-code-settings.json' &&
        baseName(path.text) === 'roo-code-settings.json',
    );
    const settings = at(found?.roots[0], 'globalSettings');
    if (found !== undefined && settings !== undefined) return { document: found, settings };
  }
  return undefined;
}
