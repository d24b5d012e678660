import type { Document } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import { isHome } from './agent-group.ts';
import type { Layer } from './setting-layers.ts';

/** The files `settings.json` of a unit, the project's before the user's: the stronger first, for agents whose project beats the user. */
export function settingsFiles(documents: readonly Document[]): readonly Layer[] {
  const layers = documents.flatMap((document): readonly Layer[] => {
    if (document.shape !== 'data' || baseName(document.file) !== 'settings.json') return [];
    const [root] = document.roots;
    return root?.type === 'map' ? [{ document, root, isHome: isHome(document.file) }] : [];
  });
  return [...layers].sort((a, b) => Number(a.isHome) - Number(b.isHome));
}
