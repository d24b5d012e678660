import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { DataStore, Fact, Tier, Workload } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { deployedVariables } from '../../recognize/platform/deployed-variables.ts';
import {
  edge,
  environmentFact,
  type Origin,
  platformCopy,
  storeFact,
  workloadFact,
} from '../../recognize/platform/platform-facts.ts';
import { stageOfVariables } from '../../recognize/platform/stage-variables.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { type Bound, bindingsOf, isWorker, timeTravel } from './bindings.ts';

/** Facts of a Wrangler configuration: each of its environments, and the stores that its bindings name. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    if (document.shape !== 'data' || root === undefined || !isWorker(root)) return [];
    const { file } = document;
    const origin = { collector: 'wrangler-config', provider: 'cloudflare', file };
    return sectionsOf(root, origin).flatMap((section) =>
      sectionFacts(section, { origin, root, document, knowledge }),
    );
  });

interface Around {
  readonly origin: Origin;
  readonly root: DataNode;
  readonly document: DataDocument;
  readonly knowledge: Knowledge;
}

/** The top of the file or one of its environments. Bindings are never inherited. */
interface Section {
  /** Empty for the top. */
  readonly name: string;
  readonly node: DataNode;
  readonly at: SourceRange;
  readonly tier: Tier;
}

function sectionsOf(root: DataNode, origin: Origin): readonly Section[] {
  const named = entries(at(root, 'env'))
    .slice(0, 100)
    .map(({ key, keyAt, value }): Section => {
      const tier = tierOf(key) ?? stageOfVariables(at(value, 'vars')) ?? 'unknown';
      return { name: key, node: value, at: keyAt, tier };
    });
  const name = at(root, 'name');
  const place =
    name?.type === 'scalar'
      ? name.at
      : { file: origin.file, start: root.at.start, end: root.at.start };
  const own = tierOfPath(origin.file) ?? stageOfVariables(at(root, 'vars'));
  const says = own ?? (name?.type === 'scalar' ? tierOf(name.text) : null);
  return [{ name: '', node: root, at: place, tier: says ?? tierOfTop(named) }, ...named];
}

/** What is deployed without `--env` is production where every environment that has a name is something less. */
function tierOfTop(named: readonly Section[]): Tier {
  const isLesser = ({ tier }: Section): boolean => tier !== 'production' && tier !== 'unknown';
  return named.length > 0 && named.every(isLesser) ? 'production' : 'unknown';
}

function sectionFacts(section: Section, around: Around): readonly Fact[] {
  const { origin, root } = around;
  const suffix = section.name === '' ? '' : `@${section.name}`;
  const environment = environmentFact(origin, section.tier, {
    id: `environment${suffix}`,
    name: section.name === '' ? `${origin.file} without --env` : section.name,
    at: section.at,
    confidence: section.name === '' ? 'medium' : 'high',
  });
  const worker = workloadFact(origin, 'cloudflare-worker', {
    id: `worker${suffix}`,
    name: section.name === '' ? 'the worker' : `the worker of ${section.name}`,
    at: section.at,
  });
  const { document } = around;
  const owner = { document, environment: environment.key, collector: origin.collector };
  return [
    environment,
    worker,
    edge('in', worker, environment, `${origin.file} deploys it there`, section.at),
    ...bindingsOf(section.node, root, origin).flatMap((bound) => boundFacts(bound, worker, origin)),
    ...deployedVariables(entries(at(section.node, 'vars')), owner, around.knowledge),
  ];
}

function boundFacts(bound: Bound, worker: Workload, origin: Origin): readonly Fact[] {
  const { kind, key, name, binding, place } = bound;
  const { product, holds } = kind;
  const store = storeFact(origin, { id: '', name, at: place }, { key, product, holds });
  const facts: Fact[] = [
    store,
    edge('connects-to', worker, store, `${worker.name} binds it as ${binding}`, place),
  ];
  if (kind.product === 'cloudflare-d1') {
    const copies = platformCopy(origin, store, {
      method: 'pitr',
      name: `Time Travel of ${name}`,
      retentionDays: byDefault(7, place, timeTravel),
      // What becomes of the history of a deleted database is not documented.
      survives: null,
      source: timeTravel,
    });
    facts.push(...copies);
  }
  return [...facts, ...laptopFacts(bound, store, origin)];
}

/** What developers reach from their machines: `preview_id` is for `wrangler dev --remote`, which nobody has to run. */
function laptopFacts(
  { binding, place, isRemote, preview }: Bound,
  store: DataStore,
  origin: Origin,
): readonly Fact[] {
  const found: Fact[] = [];
  if (isRemote) {
    const laptop = environmentFact(origin, 'development', {
      id: 'environment/wrangler-dev',
      name: `wrangler dev with ${origin.file}`,
      at: place,
      implied: true,
    });
    const because = `${binding} is remote, so that wrangler dev uses the deployed one`;
    found.push(laptop, edge('connects-to', laptop, store, because, place));
  }
  if (preview !== null) {
    const remote = environmentFact(origin, 'preview', {
      id: 'environment/wrangler-dev-remote',
      name: `wrangler dev --remote with ${origin.file}`,
      at: preview,
      implied: true,
    });
    const because = `wrangler dev --remote is given the deployed one as ${binding}`;
    found.push(remote, edge('connects-to', remote, store, because, preview, 'medium'));
  }
  return found;
}
