import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  type MapNode,
} from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import { stageOfVariables } from '../../recognize/platform/stage-variables.ts';
import { tierOf } from '../../recognize/tier.ts';

/** One way to deploy: the base file alone, or with a destination's file merged over it. */
export interface Destination {
  /** `null`: without `-d`. */
  readonly name: string | null;
  readonly tier: Tier;
  readonly settings: DataNode;
  /** The file that makes it what it is. */
  readonly document: DataDocument;
}

/** Aliases make one map many: no more than this are merged. */
const mostMerged = 5000;
const fileName = /^deploy(?:\.([^.]+))?\.ya?ml$/;

/**
 * The destinations of one folder.
 * @see https://kamal-deploy.org/docs/configuration/overview/#destinations
 */
export function destinationsOf(documents: readonly DataDocument[]): readonly Destination[] {
  const nameOf = (document: DataDocument) => fileName.exec(baseName(document.file))?.[1] ?? null;
  const base = documents.find((document) => nameOf(document) === null);
  const root = base?.roots[0];
  const named = documents.flatMap((document): readonly Destination[] => {
    const name = nameOf(document);
    const own = document.roots[0];
    if (name === null || own === undefined) return [];
    const settings = merged(root, own, { left: mostMerged });
    return [{ name, settings, document, tier: tierOf(name) ?? stageIn(settings) ?? 'unknown' }];
  });
  if (base === undefined || root === undefined || !isKamal(root)) return [];
  const required = at(root, 'require_destination');
  if (required?.type === 'scalar' && required.value === true) return named;
  const isLesser = named.length > 0 && named.every(({ tier }) => tier !== 'production');
  const tier = stageIn(root) ?? (isLesser ? 'production' : 'unknown');
  return [{ name: null, settings: root, document: base, tier }, ...named];
}

function stageIn(settings: DataNode): Tier | null {
  return stageOfVariables(at(settings, 'env', 'clear')) ?? stageOfVariables(at(settings, 'env'));
}

function isKamal(root: DataNode): boolean {
  return at(root, 'service') !== undefined && at(root, 'image') !== undefined;
}

/** Maps are merged key by key, everything else is replaced. Ranges stay those of the file that wrote a value. */
function merged(base: DataNode | undefined, over: DataNode, budget: { left: number }): DataNode {
  if (base?.type !== 'map' || over.type !== 'map' || budget.left <= 0) return over;
  budget.left -= 1;
  const keys = new Set(over.entries.map(({ key }) => key));
  const node: MapNode = {
    type: 'map',
    at: over.at,
    entries: [
      ...base.entries.filter(({ key }) => !keys.has(key)),
      ...over.entries.map((own) => {
        const below = entries(base).findLast(({ key }) => key === own.key);
        return { ...own, value: merged(below?.value, own.value, budget) };
      }),
    ],
  };
  return node;
}
