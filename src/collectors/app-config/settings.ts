import { type DataNode, entries, items } from '../../model/document.ts';
import type { NamedSetting } from '../../recognize/credential/connection-parts.ts';

/** One value of a configuration, with the names that lead to it joined by dots, as written. */
export interface Setting extends NamedSetting {
  /** `name` in lower case without dashes: frameworks read `user-name`, `userName` and `username` alike. */
  readonly path: string;
}

const deepest = 30;
const most = 5000;
/** Aliases make one text many nodes. */
const mostVisits = 50_000;

/** The values of a tree, in source order. Keys that hold dots are read as paths. */
export function settingsIn(root: DataNode | undefined): readonly Setting[] {
  const found: Setting[] = [];
  let visits = 0;
  const visit = (node: DataNode, names: readonly string[], depth: number): void => {
    visits += 1;
    if (depth > deepest || found.length >= most || visits > mostVisits) return;
    for (const [index, item] of items(node).entries()) {
      if (visits > mostVisits) return;
      visit(item, [...names, String(index)], depth + 1);
    }
    for (const { key, keyAt, value } of entries(node)) {
      const own = [...names, key];
      if (value.type === 'map' || value.type === 'list') visit(value, own, depth + 1);
      else if (found.length < most) {
        const name = own.join('.');
        found.push({ name, path: name.toLowerCase().replace(/[-_]/g, ''), keyAt, value });
      }
    }
  };
  if (root !== undefined) visit(root, [], 0);
  return found;
}

/** What holds where `own` is laid over `base`. */
export function overlaid(base: readonly Setting[], own: readonly Setting[]): readonly Setting[] {
  const written = new Set(own.map(({ path }) => path));
  return [...base.filter(({ path }) => !written.has(path)), ...own];
}
