import { at, entries } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { type Context, contextFacts } from '../../recognize/platform/contexts.ts';
import { tierOfBranch } from '../../recognize/tier.ts';

/** Contexts that every site has. */
const usual: Readonly<Record<string, Tier>> = {
  production: 'production',
  'deploy-preview': 'preview',
  'branch-deploy': 'preview',
  dev: 'development',
};

/** The contexts of a site. `[build.environment]` is for all of them; one may override it. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    if (document.shape !== 'data' || root === undefined) return [];
    const written = new Map(
      entries(at(root, 'context')).map((entry) => [entry.key, entry] as const),
    );
    const place = at(root, 'build', 'environment')?.at ?? root.at;
    const names = new Set(['production', 'deploy-preview', ...written.keys()]);
    const contexts = [...names].map((name): Context => {
      const entry = written.get(name);
      return {
        name: `context ${name}`,
        tier: usual[name] ?? tierOfBranch(name) ?? 'unknown',
        at: entry?.keyAt ?? { ...place, end: place.start },
        own: entries(at(entry?.value, 'environment')),
      };
    });
    const origin = { collector: 'netlify-config', provider: 'netlify', file: document.file };
    const shared = entries(at(root, 'build', 'environment'));
    return contextFacts(origin, document, shared, contexts, knowledge);
  });
