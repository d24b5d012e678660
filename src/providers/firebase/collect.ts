import { at, entries } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { storeKey } from '../../recognize/credential/hosted-store.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { edge, environmentFact, storeFact } from '../../recognize/platform/platform-facts.ts';
import { tierOf } from '../../recognize/tier.ts';

/** The aliases of a tree, and the project that each of them is. What `default` is, nothing says. */
export const collect: Collect = (unit) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data') return [];
    const origin = { collector: 'firebase-aliases', provider: 'firebase', file: document.file };
    return entries(at(document.roots[0], 'projects')).flatMap(({ key, keyAt, value }): Fact[] => {
      if (value.type !== 'scalar' || secretForm(value.text) !== 'literal') return [];
      const environment = environmentFact(origin, tierOf(key) ?? 'unknown', {
        id: `projects/${key}`,
        name: `alias ${key} of ${document.file}`,
        at: keyAt,
      });
      const store = storeFact(
        origin,
        { id: '', name: `Firebase project ${value.text}`, at: value.at },
        {
          key: storeKey('firebase', 'firebase-project', value.text),
          product: 'firebase-project',
          holds: 'database',
        },
      );
      const because = `alias ${key} is project ${value.text}`;
      return [environment, store, edge('connects-to', environment, store, because, value.at)];
    });
  });
