import type { Backup, DataStore, EntityKey, Fact, Workload } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { storeKey } from '../../recognize/credential/hosted-store.ts';
import { deployCommands } from '../../recognize/platform/deploy-commands.ts';
import { dumpJobFacts } from '../../recognize/platform/dump-jobs.ts';
import { edge, keyIn, storeFact, workloadFact } from '../../recognize/platform/platform-facts.ts';
import { propOf, textOf, type Val } from '../../recognize/program/value.ts';
import { headOf, type MadeResource } from './project-program.ts';
import {
  type Reference,
  type Site,
  storeOf,
  textNode,
  variablesOf,
  writtenFacts,
} from './project-variables.ts';

const backups = 'https://docs.railway.com/reference/backups';

/** What a service mounts, which stores it is handed, and what it runs when it is deployed. */
export function serviceFacts(service: MadeResource, site: Site): readonly Fact[] {
  const { origin, suffix, inside } = site;
  const at = headOf(service);
  const { name, config } = service;
  const isCron = textOf(propOf(propOf(config, 'deploy'), 'cronSchedule')) !== undefined;
  const workload = workloadFact(origin, isCron ? 'railway-cron' : 'railway-service', {
    id: `service/${name}${suffix}`,
    name,
    at,
  });
  const variables = variablesOf(config, site);
  const because = inside === null ? '' : `${origin.file} declares it for ${inside.name}`;
  return [
    workload,
    ...(inside === null ? [] : [edge('in', workload, inside, because, at)]),
    ...mountFacts(service, workload, site),
    ...variables.references.map(({ variable, store, place }) =>
      edge('connects-to', workload, store, `${name} takes ${variable} from "${store.name}"`, place),
    ),
    ...writtenFacts(variables.literals, site),
    ...commandFacts(service, variables.references, site),
    ...(isCron ? copyFacts(service, variables.references, site) : []),
  ];
}

/** A cron job that is handed a database and speaks of dumps. */
function copyFacts(
  service: MadeResource,
  references: readonly Reference[],
  { origin, suffix }: Site,
): readonly Fact[] {
  const { name, config } = service;
  const source = propOf(config, 'source');
  const from = source?.kind === 'call' ? source.args[0] : propOf(source, 'image');
  const says = [from, ...commandPaths.map((path) => path.reduce<Val | undefined>(propOf, config))]
    .map(textOf)
    .filter((text) => text !== undefined);
  const stores = references.map(({ store }) => store);
  return dumpJobFacts(origin, {
    id: `dump/${name}${suffix}`,
    name,
    at: headOf(service),
    says: [name, ...says],
    databases: new Set(stores.filter(({ holds }) => holds === 'database').map(({ key }) => key)),
    bucket: stores.find(({ holds }) => holds === 'bucket'),
  });
}

/** A volume stands under its path, or what is mounted stands under its name or id. */
function mountFacts(service: MadeResource, workload: Workload, site: Site): readonly Fact[] {
  const mounts = propOf(service.config, 'volumeMounts');
  if (mounts?.kind !== 'object') return [];
  return [...mounts.props].slice(0, 20).flatMap(([key, { value, keyAt, at }]): readonly Fact[] => {
    const place: SourceRange = { ...keyAt, end: Math.max(keyAt.end, at.end) };
    const own = storeOf(value, site) ?? storeOf(propOf(value, 'volume'), site);
    const store = own ?? namedVolume(key, value, keyAt, site);
    if (store === null) return [];
    const path = own === undefined ? (textOf(propOf(value, 'mountPath')) ?? 'a path') : key;
    return [
      store,
      edge('mounts', workload, store, `${service.name} mounts it at ${path}`, place),
      ...scheduleFacts(propOf(value, 'backupSchedules'), store, site),
    ];
  });
}

function namedVolume(key: string, value: Val, at: SourceRange, site: Site): DataStore | null {
  const known = site.stores.find(({ kind, name }) => kind === 'volume' && name === key);
  if (known !== undefined) return known.store;
  if (value.kind !== 'object' || key.startsWith('/')) return null;
  const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(key);
  const traits = { product: 'railway-volume', holds: 'volume' } as const;
  return storeFact(
    site.origin,
    {
      id: `volume/${key}${site.suffix}`,
      name: `Railway volume ${isId ? key.slice(0, 8) : key}`,
      at,
    },
    isId ? { ...traits, key: storeKey('railway', 'railway-volume', key.toLowerCase()) } : traits,
  );
}

/** Railway's own backups, which are kept with the volume. */
function scheduleFacts(list: Val | undefined, store: DataStore, site: Site): readonly Fact[] {
  if (list?.kind !== 'list' || (list.items.length === 0 && !list.isOpen)) return [];
  const { at } = list;
  const days = list.isOpen ? null : longest(list.items);
  const backup: Backup = {
    kind: 'Backup',
    key: keyIn(site.origin, `backups/${store.key}`),
    aliases: [],
    name: `Railway's backups of ${store.name}`,
    at,
    collector: site.origin.collector,
    implied: false,
    confidence: 'high',
    method: 'snapshot',
    retentionDays: days === null ? unknown('interpolated', at) : written(days, at),
    survivesSourceDeletion: byDefault(false, at, backups),
  };
  return [backup, edge('backs-up', backup, store, 'Railway copies it on this schedule', at)];
}

/**
 * Days for which backups of each schedule are kept.
 * @see https://docs.railway.com/reference/backups
 */
const kept: Readonly<Record<string, number>> = { DAILY: 6, WEEKLY: 30, MONTHLY: 90 };

/** Days for which the longest of some schedules keeps its backups. */
function longest(schedules: readonly Val[]): number | null {
  const days = schedules.map((one) => kept[textOf(one) ?? '']);
  return days.some((value) => value === undefined) ? null : Math.max(...days.map(Number));
}

const commandPaths: readonly (readonly string[])[] = [
  ['build'],
  ['build', 'buildCommand'],
  ['preDeploy'],
  ['preDeployCommand'],
  ['run', 'preDeploy'],
  ['deploy', 'preDeployCommand'],
  ['start'],
  ['startCommand'],
  ['run', 'command'],
  ['deploy', 'startCommand'],
];

/** Commands that every deploy of a service runs. */
function commandFacts(
  service: MadeResource,
  references: readonly Reference[],
  site: Site,
): readonly Fact[] {
  const variables = new Map<string, EntityKey>(
    references.map(({ variable, store }) => [variable, store.key]),
  );
  return commandPaths.flatMap((path) => {
    const value = path.reduce<Val | undefined>(propOf, service.config);
    const lines = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
    return lines.slice(0, 20).flatMap((line, index) => {
      const node = textNode(line, site);
      if (node === null) return [];
      // The same in every environment: one command that works on the database of each.
      const id = `${service.name}/${path.join('.')}/${index}`;
      const invocations = ['railway up', 'railway config apply'];
      const origin = { ...site.origin, file: node.at.file };
      return deployCommands(origin, { node, id, invocations, variables }, site.knowledge);
    });
  });
}
