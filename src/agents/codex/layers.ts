import { at, type Document } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import type { Layer } from '../../recognize/agent/setting-layers.ts';

/**
 * Layers of a unit, the stronger first: the project's file, the user's selected profile, the user's file. A profile counts only where the user's file
 * selects it.
 * @see https://developers.openai.com/codex/config-basic (read 2026-11-21)
 */
export function layersOf(documents: readonly Document[]): readonly Layer[] {
  const project: Layer[] = [];
  const user: Layer[] = [];
  for (const document of documents) {
    if (document.shape !== 'data' || baseName(document.file) !== 'config.toml') continue;
    const [root] = document.roots;
    if (root?.type !== 'map') continue;
    if (!isHome(document.file)) {
      project.push({ document, root, isHome: false });
      continue;
    }
    const selected = at(root, 'profile');
    const profile = selected?.type === 'scalar' ? at(root, 'profiles', selected.text) : undefined;
    if (profile !== undefined) user.push({ document, root: profile, isHome: true });
    user.push({ document, root, isHome: true });
  }
  return [...project, ...user];
}
