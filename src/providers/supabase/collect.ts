import { at, entries } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { storeKey } from '../../recognize/credential/hosted-store.ts';
import { edge, environmentFact, storeFact } from '../../recognize/platform/platform-facts.ts';
import { tierOf } from '../../recognize/tier.ts';

const ref = /^[a-z]{20}$/;

/** The remotes of a configuration, and the project that each of them is. */
export const collect: Collect = (unit) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data') return [];
    const origin = { collector: 'supabase-config', provider: 'supabase', file: document.file };
    return entries(at(document.roots[0], 'remotes')).flatMap(({ key, keyAt, value }): Fact[] => {
      const project = at(value, 'project_id');
      if (project?.type !== 'scalar' || !ref.test(project.text)) return [];
      const { text } = project;
      const environment = environmentFact(origin, tierOf(key) ?? 'unknown', {
        id: `remotes/${key}`,
        name: `remote ${key} of ${document.file}`,
        at: keyAt,
      });
      const store = storeFact(
        origin,
        { id: '', name: `Supabase project ${text}`, at: project.at },
        {
          key: storeKey('supabase', 'supabase-project', text),
          product: 'supabase-project',
          holds: 'database',
        },
      );
      const because = `remote ${key} is project ${text}`;
      return [environment, store, edge('connects-to', environment, store, because, project.at)];
    });
  });
