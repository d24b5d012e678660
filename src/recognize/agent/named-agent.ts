import { at, type DataDocument, type Document, entries } from '../../model/document.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import type { PermissionSource } from './permission-map.ts';

/** An agent beside the default one, with the permissions that are its own. */
export interface NamedAgent {
  readonly name: string;
  readonly sources: readonly PermissionSource[];
  readonly at: SourceRange;
}

/**
 * Named agents of settings files and of Markdown files with front matter. Those that are switched off are left out.
 * @see https://opencode.ai/docs/agents/ (read 2026-11-21)
 */
export function agentSettings(
  documents: readonly Document[],
  configs: readonly DataDocument[],
): readonly NamedAgent[] {
  const found: NamedAgent[] = [];
  for (const document of configs) {
    for (const key of ['mode', 'agent']) {
      for (const agent of entries(at(document.roots[0], key))) {
        const off = at(agent.value, 'disable');
        if (off?.type === 'scalar' && off.value === true) continue;
        found.push({
          name: agent.key.slice(0, 60),
          sources: sourcesIn(agent.value, document),
          at: agent.keyAt,
        });
      }
    }
  }
  for (const document of documents) {
    if (document.shape !== 'data' || !/\/(?:agents?|modes?)\/.*\.md$/.test(document.file)) continue;
    const [front] = document.roots;
    const place = entries(front)[0]?.keyAt;
    if (place === undefined) continue;
    found.push({
      name: baseName(document.file).replace(/\.md$/, ''),
      sources: sourcesIn(front, document),
      at: place,
    });
  }
  return found.filter((agent) => agent.sources.length > 0);
}

function sourcesIn(
  node: Parameters<typeof at>[0],
  document: DataDocument,
): readonly PermissionSource[] {
  return (['tools', 'permission'] as const).flatMap((key) => {
    const found = at(node, key);
    return found === undefined ? [] : [{ node: found, document, key }];
  });
}
