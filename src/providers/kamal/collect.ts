import { at, type DataDocument, type DataNode, entries, items } from '../../model/document.ts';
import type { EntityKey, Environment, Fact, Holds, Workload } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import {
  connectionPartFacts,
  type NamedSetting,
} from '../../recognize/credential/connection-parts.ts';
import { isBareName } from '../../recognize/credential/connection-url.ts';
import { connectionsInVariables } from '../../recognize/credential/connection-variables.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import {
  domainFact,
  edge,
  environmentFact,
  type Origin,
  storeFact,
  workloadFact,
} from '../../recognize/platform/platform-facts.ts';
import { type Destination, destinationsOf } from './destinations.ts';

/** Facts of the deploy files of one folder: each destination, the databases that run beside it, and those that its variables name. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents.filter((document) => document.shape === 'data');
  return destinationsOf(documents).flatMap((destination) =>
    destinationFacts(destination, knowledge),
  );
};

interface Site {
  readonly origin: Origin;
  readonly destination: Destination;
  readonly service: string;
  readonly environment: Environment;
  readonly app: Workload;
  /** Where the destination's own file begins, for what it inherits. */
  readonly start: SourceRange;
  readonly knowledge: Knowledge;
}

function destinationFacts(destination: Destination, knowledge: Knowledge): readonly Fact[] {
  const { document, name, tier, settings } = destination;
  const origin = { collector: 'kamal-config', provider: 'kamal', file: document.file };
  const [first] = entries(document.roots[0]);
  const start = first?.keyAt ?? { file: document.file, start: 0, end: 0 };
  const words = name === null ? `${document.file} without a destination` : name;
  const environment = environmentFact(origin, tier, {
    id: 'environment',
    name: words,
    at: start,
    confidence: name === null ? 'medium' : 'high',
  });
  const service = textOf(at(settings, 'service')) ?? 'app';
  const app = workloadFact(origin, 'kamal-app', { id: 'app', name: service, at: start });
  const site = { origin, destination, service, environment, app, start, knowledge };
  return [
    environment,
    app,
    edge('in', app, environment, `${document.file} deploys it there`, start),
    ...entries(at(settings, 'accessories'))
      .slice(0, 100)
      .flatMap(({ key, keyAt, value }) => accessoryFacts(key, keyAt, value, site)),
    ...variableFacts(site),
  ];
}

const engines: readonly (readonly [pattern: RegExp, product: string, holds: Holds])[] = [
  [/^(?:postgres|postgis|pgvector|timescaledb?)\b/, 'postgres', 'database'],
  [/^(?:mysql|mariadb|percona)\b/, 'mysql', 'database'],
  [/^(?:mongo|mongodb)\b/, 'mongodb', 'database'],
  [/^(?:redis|valkey|keydb|dragonfly)\b/, 'redis', 'cache'],
  [/^(?:elasticsearch|opensearch|clickhouse-server|meilisearch|minio)\b/, 'search', 'database'],
];

/** A database that Kamal runs beside the app, on the host that its settings name. */
function accessoryFacts(
  name: string,
  keyAt: SourceRange,
  accessory: DataNode,
  site: Site,
): readonly Fact[] {
  const image = (textOf(at(accessory, 'image')) ?? '').split('/').at(-1) ?? '';
  const engine = engines.find(([pattern]) => pattern.test(image));
  if (engine === undefined) return [];
  const { origin, service, app, destination, start } = site;
  const [, product, holds] = engine;
  const host = hostOf(accessory);
  const container = `${service}-${name}`;
  const place = host?.at ?? keyAt;
  const store = storeFact(
    origin,
    {
      id: `accessory/${name}`,
      name: host === null ? container : `${container} on ${host.text}`,
      at: place,
    },
    {
      product,
      holds,
      // One container of that name runs on one host, whoever starts it.
      ...(host === null ? {} : { key: entityKey(`kamal:${host.text}/${container}`) }),
    },
  );
  const isInherited = place.file !== origin.file;
  const because = isInherited
    ? `${place.file} puts it there, and ${origin.file} does not override it`
    : `${destination.document.file} runs it as accessory ${name}`;
  return [
    store,
    edge('connects-to', app, store, because, isInherited ? start : place),
    ...(host === null ? [] : hostFacts(host.text, store.key, place, origin)),
  ];
}

function hostFacts(
  host: string,
  store: EntityKey,
  place: SourceRange,
  origin: Origin,
): readonly Fact[] {
  const domain = domainFact(origin, 'host', {
    key: entityKey(`host:${host}`),
    name: `host ${host}`,
    at: place,
    implied: true,
  });
  return [domain, edge('placed-in', { key: store }, domain, `it runs on ${host}`, place)];
}

/** The one literal host of an accessory; `null` where there are several, or a role or a template decides. */
function hostOf(accessory: DataNode): { readonly text: string; readonly at: SourceRange } | null {
  const [only, ...others] = items(at(accessory, 'hosts'));
  const node = at(accessory, 'host') ?? (others.length === 0 ? only : undefined);
  const text = textOf(node);
  if (node === undefined || text === null || secretForm(text) !== 'literal') return null;
  return { text: text.toLowerCase(), at: node.at };
}

/** What variables in the clear write out: addresses in one piece or in parts, and keys that should not stand there. */
function variableFacts(site: Site): readonly Fact[] {
  const { origin, destination, environment, knowledge } = site;
  const env = at(destination.settings, 'env');
  const settings: readonly NamedSetting[] = entries(at(env, 'clear') ?? env)
    .filter(({ value }) => value.type === 'scalar' || value.type === 'expr')
    .map(({ key, keyAt, value }) => ({ name: key, keyAt, value }));
  // A base's variables are every destination's, and its text is not this file's.
  const documentOf = (place: SourceRange): Pick<DataDocument, 'file' | 'text'> =>
    place.file === origin.file ? destination.document : { file: place.file, text: '' };
  const facts: Fact[] = settings.flatMap(({ name, keyAt, value }) => {
    if (value.type !== 'scalar' && value.type !== 'expr') return [];
    const document = documentOf(keyAt);
    const variable = {
      name,
      value,
      keyAt,
      document,
      environment: environment.key,
      collector: origin.collector,
      comment: null,
    };
    return factsOfVariable(variable, knowledge);
  });
  for (const parts of connectionsInVariables(settings)) {
    const host = textOf(parts.host.value);
    if (host !== null && isBareName(host)) facts.push(...bareHost(parts.host, host, site));
    else {
      const document = documentOf(parts.host.keyAt);
      const owner = { document, environment: environment.key, collector: origin.collector };
      facts.push(...connectionPartFacts(parts, owner, knowledge));
    }
  }
  return facts.filter(({ kind }) => kind !== 'Binding');
}

/** A host by a short name that is no accessory's: the servers of all destinations look it up in the same network. */
function bareHost(setting: NamedSetting, host: string, site: Site): readonly Fact[] {
  const { destination, service, environment, origin } = site;
  const isOwn = entries(at(destination.settings, 'accessories')).some(
    ({ key }) => host === key || host === `${service}-${key}`,
  );
  if (isOwn || secretForm(host) !== 'literal') return [];
  const place = { ...setting.keyAt, end: Math.max(setting.keyAt.end, setting.value.at.end) };
  const store = storeFact(
    origin,
    { id: '', name: host, at: place },
    {
      key: entityKey(`kamal:${service}/host/${host}`),
      provider: null,
      product: 'database',
      holds: /redis|cache/i.test(setting.name) ? 'cache' : 'database',
    },
  );
  const because = `${setting.name} is ${host} there`;
  return [store, edge('connects-to', environment, store, because, place, 'medium')];
}

function textOf(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && node.value !== null && node.text !== '' ? node.text : null;
}
