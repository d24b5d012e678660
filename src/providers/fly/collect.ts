import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { Fact, FailureDomain, Tier, Workload } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, known, unknown, type Value, written } from '../../model/value.ts';
import { deployCommands } from '../../recognize/platform/deploy-commands.ts';
import { deployedVariables } from '../../recognize/platform/deployed-variables.ts';
import {
  domainFact,
  edge,
  environmentFact,
  type Origin,
  platformCopy,
  storeFact,
  workloadFact,
} from '../../recognize/platform/platform-facts.ts';
import { siblingTiers } from '../../recognize/platform/sibling-tiers.ts';
import { stageOfVariables } from '../../recognize/platform/stage-variables.ts';
import { tierOfPath } from '../../recognize/tier.ts';

const reference = 'https://fly.io/docs/reference/configuration/#the-mounts-section';

interface App {
  readonly document: DataDocument;
  readonly root: DataNode;
  readonly name: string;
  readonly nameAt: SourceRange;
}

/** Facts of the apps of one folder. */
export const collect: Collect = (unit, knowledge) => {
  const apps = unit.documents.flatMap((document): readonly App[] => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    const name = at(root, 'app');
    if (document.shape !== 'data' || root === undefined || name?.type !== 'scalar') return [];
    return [{ document, root, name: name.text, nameAt: name.at }];
  });
  const stages = siblingTiers(apps.map(({ name }) => name));
  return apps.flatMap((app) => {
    const { document, root, name } = app;
    const tier =
      tierOfPath(document.file) ?? stageOfVariables(at(root, 'env')) ?? stages.get(name) ?? null;
    return appFacts(app, tier ?? 'unknown', knowledge);
  });
};

function appFacts(app: App, tier: Tier, knowledge: Knowledge): readonly Fact[] {
  const { document, root, name, nameAt } = app;
  const origin = { collector: 'fly-config', provider: 'fly', file: document.file };
  const environment = environmentFact(origin, tier, {
    id: 'environment',
    name: `Fly app ${name}`,
    at: nameAt,
    confidence: tierOfPath(document.file) === null ? 'medium' : 'high',
  });
  const machine = workloadFact(origin, 'fly-app', { id: 'app', name, at: nameAt });
  const domain = domainFact(origin, 'project', {
    key: entityKey(`fly:app/${name}`),
    name: `Fly app ${name}`,
    at: nameAt,
  });
  const line = {
    node: at(root, 'deploy', 'release_command'),
    id: 'release',
    invocations: ['fly deploy', 'flyctl deploy'],
  };
  const owner = { document, environment: environment.key, collector: origin.collector };
  return [
    environment,
    machine,
    domain,
    edge('in', machine, environment, `${document.file} deploys ${name}`, nameAt),
    ...mountsOf(root).flatMap((mount) => mountFacts(mount, app, machine, domain, origin)),
    ...deployedVariables(entries(at(root, 'env')), owner, knowledge),
    ...deployCommands(origin, line, knowledge),
  ];
}

/** `[mounts]` and `[[mounts]]` are the same. */
function mountsOf(root: DataNode): readonly DataNode[] {
  const mounts = at(root, 'mounts') ?? at(root, 'mount');
  if (mounts === undefined) return [];
  return mounts.type === 'list' ? mounts.items.slice(0, 50) : [mounts];
}

function mountFacts(
  mount: DataNode,
  app: App,
  machine: Workload,
  domain: FailureDomain,
  origin: Origin,
): readonly Fact[] {
  const source = at(mount, 'source');
  if (source?.type !== 'scalar' || source.text === '') return [];
  const store = storeFact(
    origin,
    { id: '', name: `volume ${source.text} of ${app.name}`, at: source.at },
    {
      // Names of apps are unique on Fly.io, those of volumes within the app.
      key: entityKey(`fly:app/${app.name}/volume/${source.text}`),
      product: 'fly-volume',
      holds: 'volume',
    },
  );
  const scheduled = at(mount, 'scheduled_snapshots');
  const isOff = scheduled?.type === 'scalar' && scheduled.value === false;
  const facts: Fact[] = [
    store,
    edge('mounts', machine, store, `${app.name} mounts it`, source.at),
    edge('placed-in', store, domain, `${app.name} owns it`, source.at),
  ];
  if (isOff) return facts;
  const days = retentionOf(at(mount, 'snapshot_retention'), source.at);
  const kept = known(days);
  const copies = platformCopy(origin, store, {
    method: 'snapshot',
    name: `Fly's daily snapshots of volume ${source.text}${kept === undefined ? '' : `, kept ${kept} days`}`,
    retentionDays: days,
    // They outlive the volume for their retention, and are out of reach once the app is gone.
    survives: null,
    source: 'https://fly.io/docs/volumes/snapshots/',
  });
  const [backup] = copies;
  if (backup?.kind !== 'Backup') return facts;
  const because = `access to them goes with ${app.name}`;
  return [...facts, ...copies, edge('placed-in', backup, domain, because, source.at)];
}

function retentionOf(node: DataNode | undefined, place: SourceRange): Value<number> {
  if (node === undefined) return byDefault(5, place, reference);
  const days = node.type === 'scalar' ? Number(node.text) : Number.NaN;
  return Number.isFinite(days) ? written(days, node.at) : unknown('interpolated', node.at);
}
