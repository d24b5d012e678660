import { at, type DataNode } from '../../model/document.ts';
import { entityKey } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { linkedStoreFacts } from '../../recognize/platform/linked-store.ts';

/** The database that a folder is linked to, or the branch of it. A branch keeps data of its own, beside its parent. */
export const collect: Collect = (unit) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    const node = at(root, 'database');
    const [org, database] = [nameIn(at(root, 'org')), nameIn(node)];
    const branch = nameIn(at(root, 'branch'));
    if (node === undefined || org === null || database === null) return [];
    const origin = {
      collector: 'planetscale-config',
      provider: 'planetscale',
      file: document.file,
    };
    const whole = `${org}/${database}`;
    return linkedStoreFacts(origin, {
      key: entityKey(`planetscale:${branch === null ? whole : `${whole}/${branch}`}`),
      name:
        branch === null
          ? `PlanetScale database ${database}`
          : `PlanetScale branch ${branch} of ${database}`,
      product: branch === null ? 'planetscale-database' : 'planetscale-branch',
      holds: 'database',
      node,
    });
  });

function nameIn(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && /^[a-z0-9][\w-]{0,62}$/i.test(node.text) ? node.text : null;
}
