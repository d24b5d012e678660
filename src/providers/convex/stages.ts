import { entries } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { storeKey } from '../../recognize/credential/hosted-store.ts';
import { edge, environmentFact, storeFact } from '../../recognize/platform/platform-facts.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';

/** The value of `CONVEX_DEPLOYMENT`: the kind of the deployment and its name, which belongs to one deployment only. */
const production = /^prod:([a-z]{2,20}-[a-z]{2,20}-\d{1,6})$/;

/** Production, as an env file calls the deployment that it names. What else uses that deployment is told by whoever names it. */
export const collect: Collect = ({ documents }) =>
  documents.flatMap((document) => {
    if (document.shape !== 'data' || isTemplateFile(document.file)) return [];
    const origin = { collector: 'convex-stages', provider: 'convex', file: document.file } as const;
    return document.roots.flatMap(entries).flatMap(({ key, keyAt, value }) => {
      if (key !== 'CONVEX_DEPLOYMENT' || value.type !== 'scalar') return [];
      const name = production.exec(value.text.trim())?.[1];
      if (name === undefined) return [];
      const at = { ...keyAt, end: value.at.end };
      const environment = environmentFact(origin, 'production', {
        id: `production/${name}`,
        name: `production, by the kind of ${name}`,
        at,
        implied: true,
      });
      const store = storeFact(
        origin,
        { id: '', name: `Convex deployment ${name}`, at },
        {
          key: storeKey('convex', 'convex-deployment', name),
          product: 'convex-deployment',
          holds: 'database',
        },
      );
      const because = `${key} calls ${name} the production deployment`;
      return [environment, store, edge('connects-to', environment, store, because, at)];
    });
  });
