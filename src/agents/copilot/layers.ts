import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  entry,
  type MapNode,
} from '../../model/document.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

/** Settings of VS Code from one file. `container`: those a dev container puts into its machine's settings. */
export interface Layer {
  readonly document: DataDocument;
  readonly settings: MapNode;
  readonly scope: 'workspace' | 'container' | 'user';
}

const strength = { workspace: 0, container: 1, user: 2 } as const;

/**
 * Settings of the unit, the strongest first: folder, workspace file, dev container, user.
 * @see https://code.visualstudio.com/docs/configure/settings (read 2026-11-21)
 */
export function layersOf(documents: readonly Document[]): readonly Layer[] {
  const layers = documents.flatMap((document): readonly Layer[] => {
    if (document.shape !== 'data') return [];
    const scope = scopeOf(document.file);
    const settings = scope === null ? undefined : settingsIn(document);
    return scope === null || settings?.type !== 'map' ? [] : [{ document, settings, scope }];
  });
  const rank = (layer: Layer): number =>
    strength[layer.scope] * 2 + (layer.document.file.endsWith('.code-workspace') ? 1 : 0);
  return layers.sort((a, b) => rank(a) - rank(b));
}

function scopeOf(file: string): Layer['scope'] | null {
  if (isHome(file)) return file.endsWith('/User/settings.json') ? 'user' : null;
  if (/^\.?devcontainer\.json$/.test(baseName(file))) return 'container';
  return /(?:^|\/)\.vscode\/settings\.json$|\.code-workspace$/.test(file) ? 'workspace' : null;
}

function settingsIn(document: DataDocument): DataNode | undefined {
  const [root] = document.roots;
  if (document.file.endsWith('.code-workspace')) return at(root, 'settings');
  if (/devcontainer\.json$/.test(document.file)) {
    return at(root, 'customizations', 'vscode', 'settings');
  }
  return root;
}

/** A setting where it counts. */
export interface Setting {
  readonly value: DataNode;
  readonly keyAt: SourceRange;
  readonly layer: Layer;
}

/** The setting as the strongest file writes it, among those in `scopes`. */
export function settingOf(
  layers: readonly Layer[],
  key: string,
  scopes: readonly Layer['scope'][] = ['workspace', 'container', 'user'],
): Setting | undefined {
  for (const layer of layers) {
    const found = scopes.includes(layer.scope) ? entry(layer.settings, key) : undefined;
    if (found !== undefined) return { value: found.value, keyAt: found.keyAt, layer };
  }
  return undefined;
}

/** The value of a scalar setting, `undefined` where it is not written or is no scalar. */
export function plainOf(setting: Setting | undefined): string | number | boolean | undefined {
  const value = setting?.value;
  return value?.type === 'scalar' && value.value !== null ? value.value : undefined;
}

/** An entry of a setting that is a map, with the file that writes it. */
export interface MapSetting {
  readonly entry: DataEntry;
  readonly layer: Layer;
}

/** Entries of a setting that VS Code merges key by key over all files; the strongest file's entry counts. */
export function mergedEntries(layers: readonly Layer[], key: string): readonly MapSetting[] {
  const seen = new Set<string>();
  return layers.flatMap((layer) => {
    const found = entries(entry(layer.settings, key)?.value);
    const own = found.filter(
      (candidate, index) =>
        !seen.has(candidate.key) &&
        found.findLastIndex((other) => other.key === candidate.key) === index,
    );
    for (const one of own) seen.add(one.key);
    return own.map((one) => ({ entry: one, layer }));
  });
}

/** Keys of the agent, which make a file of settings one of Copilot's. */
export function speaksOfAgent(layer: Layer): boolean {
  return layer.settings.entries.some(({ key }) => /^(?:chat\.|github\.copilot\.chat\.)/.test(key));
}
