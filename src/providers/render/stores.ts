import { at, type DataNode, items } from '../../model/document.ts';
import type { DataStore, EntityKey, Fact, Workload } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { dumpJobFacts } from '../../recognize/platform/dump-jobs.ts';
import {
  edge,
  type Origin,
  platformCopy,
  storeFact,
} from '../../recognize/platform/platform-facts.ts';
import type { Part } from './blueprint.ts';

const spec = 'https://render.com/docs/blueprint-spec';
const backups = 'https://render.com/docs/postgresql-backups';
const disks = 'https://render.com/docs/disks';

/** A store and everything that follows from it. */
export interface Made {
  readonly store: DataStore;
  readonly facts: readonly Fact[];
}

/** A Render Postgres database. Its backups are the platform's and go with it; a free one has none. */
export function databaseFacts(origin: Origin, scope: string, part: Part): Made {
  const { name, node, nameAt } = part;
  const store = storeFact(
    origin,
    { id: `${scope}database/${name}`, name, at: nameAt },
    {
      product: 'render-postgres',
      holds: 'database',
      openTo: openTo(at(node, 'ipAllowList'), byDefault('anyone', nameAt, spec)),
    },
  );
  const plan = at(node, 'plan');
  if (plan?.type === 'scalar' && plan.text === 'free') return { store, facts: [store] };
  const copies = platformCopy(origin, store, {
    method: 'pitr',
    name: `Render's own backups of ${name}`,
    // The window depends on the plan of the workspace.
    retentionDays: unknown('external', nameAt),
    survives: false,
    source: backups,
  });
  return { store, facts: [store, ...copies] };
}

/** Whether a service is a Key Value instance. */
export function isCache({ node }: Part): boolean {
  const type = at(node, 'type');
  return type?.type === 'scalar' && /^(?:keyvalue|redis)$/.test(type.text);
}

/** A Key Value instance. One that never evicts is a queue or a database in all but name. */
export function cacheFacts(origin: Origin, scope: string, part: Part): Made {
  const { name, node, nameAt } = part;
  const policy = at(node, 'maxmemoryPolicy');
  const keeps = policy?.type === 'scalar' && policy.text === 'noeviction';
  const store = storeFact(
    origin,
    { id: `${scope}keyvalue/${name}`, name, at: nameAt },
    {
      product: 'render-key-value',
      holds: keeps ? 'queue' : 'cache',
      openTo: openTo(at(node, 'ipAllowList'), unknown('external', nameAt)),
    },
  );
  return { store, facts: [store] };
}

/** The disk of a service. What becomes of its snapshots when it is deleted is not documented. */
export function diskFacts(
  origin: Origin,
  scope: string,
  service: Part,
  workload: Workload,
): readonly Fact[] {
  const disk = at(service.node, 'disk');
  const name = at(disk, 'name');
  if (disk?.type !== 'map' || name?.type !== 'scalar') return [];
  const store = storeFact(
    origin,
    {
      id: `${scope}disk/${service.name}/${name.text}`,
      name: `disk ${name.text} of ${service.name}`,
      at: name.at,
    },
    { product: 'render-disk', holds: 'volume' },
  );
  const copies = platformCopy(origin, store, {
    method: 'snapshot',
    name: `Render's daily snapshots of disk ${name.text}`,
    retentionDays: byDefault(7, name.at, disks),
    survives: null,
    source: disks,
  });
  return [store, ...copies, edge('mounts', workload, store, `${service.name} mounts it`, name.at)];
}

/** What a cron job that speaks of dumps copies. */
export function dumpFacts(
  origin: Origin,
  scope: string,
  { name, node, nameAt }: Part,
  databases: ReadonlySet<EntityKey>,
): readonly Fact[] {
  const type = at(node, 'type');
  if (type?.type !== 'scalar' || type.text !== 'cron') return [];
  const says = ['dockerCommand', 'startCommand', 'dockerfilePath', 'buildCommand']
    .map((key) => at(node, key))
    .map((value) => (value?.type === 'scalar' ? value.text : ''));
  const job = { id: `${scope}dump/${name}`, name, at: nameAt };
  return dumpJobFacts(origin, { ...job, says: [name, ...says], databases });
}

/** Who may connect from outside of Render. Addresses of a private network or of one office are a list; everything is anyone. */
function openTo(
  list: DataNode | undefined,
  absent: NonNullable<DataStore['openTo']>,
): NonNullable<DataStore['openTo']> {
  if (list === undefined || (list.type === 'scalar' && list.value === null)) return absent;
  if (list.type !== 'list') return unknown('interpolated', list.at);
  const everyone = items(list).find((item) => isEveryone(at(item, 'source')));
  if (everyone !== undefined) return open('anyone', everyone.at);
  return open(list.items.length === 0 ? 'private' : 'listed', list.at);
}

function open(
  who: 'anyone' | 'listed' | 'private',
  place: SourceRange,
): Value<'anyone' | 'listed' | 'private'> {
  return written(who, place);
}

function isEveryone(source: DataNode | undefined): boolean {
  return source?.type === 'scalar' && /^(?:0\.0\.0\.0\/0|::\/0)$/.test(source.text.trim());
}
