import { at, entries } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { type Context, contextFacts } from '../../recognize/platform/contexts.ts';

/** Production and previews, which take the same variables of the file. `@name` refers to a secret that the file does not hold. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    if (document.shape !== 'data' || root === undefined) return [];
    const shared = [...entries(at(root, 'env')), ...entries(at(root, 'build', 'env'))].filter(
      ({ value }) => value.type !== 'scalar' || !value.text.startsWith('@'),
    );
    const [first] = shared;
    if (first === undefined) return [];
    const contexts: readonly Context[] = [
      { name: 'production deployments', tier: 'production', at: first.keyAt, own: [] },
      { name: 'preview deployments', tier: 'preview', at: first.keyAt, own: [] },
    ];
    const origin = { collector: 'vercel-config', provider: 'vercel', file: document.file };
    return contextFacts(origin, document, shared, contexts, knowledge);
  });
