import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';

/** One table of settings with its rank: a file, or the profile that a file selects. */
export interface Layer {
  readonly document: DataDocument;
  readonly root: DataNode;
  readonly isHome: boolean;
}

/** A setting and the layer that says it. */
export interface Setting {
  readonly node: DataNode;
  readonly layer: Layer;
}

/** A setting as the agent reads it: the strongest layer that has it. */
export function setting(layers: readonly Layer[], ...path: readonly string[]): Setting | undefined {
  for (const layer of layers) {
    const node = at(layer.root, ...path);
    if (node !== undefined) return { node, layer };
  }
  return undefined;
}

/** A setting of every layer that has it, the stronger first. */
export function everywhere(
  layers: readonly Layer[],
  ...path: readonly string[]
): readonly Setting[] {
  return layers.flatMap((layer) => {
    const node = at(layer.root, ...path);
    return node === undefined ? [] : [{ node, layer }];
  });
}

/** Entries of a table by key; where two layers have the same key the stronger one's. */
export function mergedEntries(layers: readonly Layer[], ...path: readonly string[]) {
  const seen = new Set<string>();
  return everywhere(layers, ...path).flatMap(({ node, layer }) =>
    entries(node).flatMap((entry) => {
      if (seen.has(entry.key)) return [];
      seen.add(entry.key);
      return [{ entry, layer }];
    }),
  );
}

/** The value when it is written as a plain scalar. */
export function plain(found: Setting | undefined): string | number | boolean | null | undefined {
  return found?.node.type === 'scalar' ? found.node.value : undefined;
}
