import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  items,
} from '../../model/document.ts';
import type { DataStore, Fact, Tier, Workload } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
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
import { siblingTiers } from '../../recognize/platform/sibling-tiers.ts';
import { tierOfPath } from '../../recognize/tier.ts';

const backups =
  'https://docs.digitalocean.com/products/databases/postgresql/how-to/restore-from-backups/';

interface Spec {
  readonly document: DataDocument;
  readonly root: DataNode;
  readonly name: string;
}

/** Facts of the app specs of one folder. A deploy template keeps its spec below `spec`. */
export const collect: Collect = (unit, knowledge) => {
  const specs = unit.documents.flatMap((document): readonly Spec[] => {
    if (document.shape !== 'data') return [];
    const root = at(document.roots[0], 'spec') ?? document.roots[0];
    const name = at(root, 'name');
    return root === undefined || name?.type !== 'scalar'
      ? []
      : [{ document, root, name: name.text }];
  });
  const stages = siblingTiers(specs.map(({ name }) => name));
  return specs.flatMap((spec) => {
    const tier = tierOfPath(spec.document.file) ?? stages.get(spec.name) ?? 'unknown';
    return specFacts(spec, tier, knowledge);
  });
};

function specFacts({ document, root, name }: Spec, tier: Tier, knowledge: Knowledge): Fact[] {
  const origin = { collector: 'digitalocean-app', provider: 'digitalocean', file: document.file };
  const place = at(root, 'name')?.at ?? root.at;
  const environment = environmentFact(origin, tier, {
    id: 'environment',
    name: `app ${name}`,
    at: place,
    confidence: 'medium',
  });
  const app = workloadFact(origin, 'digitalocean-app', { id: 'app', name, at: place });
  const components = ['services', 'workers', 'jobs', 'functions', 'static_sites'];
  const lists = [
    at(root, 'envs'),
    ...components.flatMap((key) => items(at(root, key)).map((node) => at(node, 'envs'))),
  ];
  const owner = { document, environment: environment.key, collector: origin.collector };
  return [
    environment,
    app,
    edge('in', app, environment, `${document.file} deploys it`, place),
    ...items(at(root, 'databases'))
      .slice(0, 100)
      .flatMap((node) => databaseFacts(node, app, origin)),
    ...lists.flatMap((list) => deployedVariables(pairsOf(list), owner, knowledge)),
  ];
}

function databaseFacts(node: DataNode, app: Workload, origin: Origin): readonly Fact[] {
  const name = at(node, 'name');
  if (name?.type !== 'scalar') return [];
  const cluster = at(node, 'cluster_name');
  const inner = textOf(at(node, 'db_name')) ?? 'the default database';
  const isCluster = cluster?.type === 'scalar' && cluster.text !== '';
  const engine = (textOf(at(node, 'engine')) ?? 'PG').toUpperCase();
  const isCache = engine === 'REDIS' || engine === 'VALKEY';
  const place = isCluster ? cluster.at : name.at;
  const store: DataStore = storeFact(
    origin,
    {
      id: `database/${name.text}`,
      name: isCluster ? `${inner} of cluster ${cluster.text}` : name.text,
      at: place,
    },
    {
      ...(isCluster ? { key: entityKey(`digitalocean:cluster/${cluster.text}/${inner}`) } : {}),
      product: 'digitalocean-database',
      holds: isCache ? 'cache' : 'database',
    },
  );
  const facts: Fact[] = [
    store,
    // Names of clusters are unique within a team, and nothing says that two specs are of one.
    edge('connects-to', app, store, `${app.name} attaches it as ${name.text}`, place, 'medium'),
  ];
  if (!isCluster || isCache) return facts;
  const copies = platformCopy(origin, store, {
    method: 'pitr',
    name: `daily backups of cluster ${cluster.text}`,
    retentionDays: byDefault(7, place, backups),
    survives: false,
    source: 'https://docs.digitalocean.com/products/databases/postgresql/how-to/destroy/',
  });
  return [...facts, ...copies];
}

/** `- key: NAME` with `value: …` as pairs. Values such as `${db.DATABASE_URL}` come from the platform. */
function pairsOf(list: DataNode | undefined): readonly DataEntry[] {
  return items(list)
    .slice(0, 500)
    .flatMap((item) => {
      const key = at(item, 'key');
      const value = at(item, 'value');
      if (key?.type !== 'scalar' || value === undefined) return [];
      return [{ key: key.text, keyAt: key.at, labels: [], value }];
    });
}

function textOf(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && node.value !== null && node.text !== '' ? node.text : null;
}
