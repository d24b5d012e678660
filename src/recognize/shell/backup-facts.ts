import type { ShellDocument } from '../../model/document.ts';
import type { Backup, EntityKey, Fact, FailureDomain, Relation } from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { dumpsIn, type FoundDump } from './backups.ts';
import { dataDirectoryOf } from './data-directories.ts';
import type { Placement } from './destination.ts';
import { hiddenFailure } from './hidden-failure.ts';
import { retentionOf } from './retention.ts';
import type { ShellHost } from './shell-host.ts';
import { type DumpedStore, dumpedStore } from './sources.ts';
import type { Variables } from './variables.ts';

/** Backups that a script makes: one for each place where a copy stays. */
export function backupFacts(
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): readonly Fact[] {
  const counts = new Map<string, number>();
  return dumpsIn(document, variables, knowledge).flatMap((found) => {
    const { command, dump } = found;
    const store = dumpedStore(dump, command, document, variables, knowledge, host);
    const copies = found.places.flatMap((place) => {
      const count = (counts.get(dump.tool) ?? 0) + 1;
      counts.set(dump.tool, count);
      const backup = backupOf(found, place, count, document, variables, host);
      return [backup, backsUp(backup, store), ...placements(backup, place, found, store, host)];
    });
    return [...store.facts, ...copies];
  });
}

function backupOf(
  { command, dump, places }: FoundDump,
  place: Placement,
  count: number,
  document: ShellDocument,
  variables: Variables,
  host: ShellHost,
): Backup {
  const { kind } = place.destination;
  // Once for each dump, however many copies of it there are.
  const failure = place === places[0] ? hiddenFailure(command, document) : null;
  const isAway = kind === 'bucket' || kind === 'remote';
  return {
    kind: 'Backup',
    key: entityKey(`${host.key}#backup-${dump.tool}-${count}`),
    aliases: [],
    name: `${dump.tool} in ${host.shown}${places.length > 1 ? ` to ${place.shown}` : ''}`,
    at: place.at,
    collector: host.collector,
    implied: false,
    confidence: kind === 'unknown' ? 'medium' : 'high',
    method: 'dump',
    retentionDays: retentionOf(place, document, variables),
    // A file elsewhere is no child of the database; whether a file here is, depends on where "here" is.
    survivesSourceDeletion: isAway ? written(true, place.at) : unknown('external', place.at),
    ...(failure === null ? {} : { hiddenFailure: failure }),
  };
}

function backsUp(backup: Backup, store: DumpedStore): Relation {
  return {
    kind: 'Relation',
    rel: 'backs-up',
    from: backup.key,
    to: store.key,
    actions: [],
    because: `${backup.name} dumps ${store.shown}`,
    at: store.at,
    confidence: backup.confidence,
  };
}

function placements(
  backup: Backup,
  place: Placement,
  { dump }: FoundDump,
  store: DumpedStore,
  host: ShellHost,
): readonly Fact[] {
  const { destination, shown, path, byFallback, at } = place;
  const placed = (
    to: EntityKey,
    because: string,
    confidence: Relation['confidence'],
  ): Relation => ({
    kind: 'Relation',
    rel: 'placed-in',
    from: backup.key,
    to,
    actions: [],
    because,
    at,
    confidence,
  });
  const facts: Fact[] = [];
  const directory = path === null ? null : dataDirectoryOf(dump.scheme, path);
  if (destination.kind === 'store') {
    const because = `${host.shown} writes it to ${shown}`;
    facts.push(placed(variableKey(destination.variable), because, 'high'));
  }
  if (directory !== null) {
    const unless = byFallback ? ', where the path falls back to,' : '';
    const because = `${host.shown} writes it to ${shown}, and ${directory}${unless} is where the server keeps its own data`;
    facts.push(placed(store.key, because, byFallback ? 'medium' : 'high'));
  } else {
    const domain = domainOf(place, host);
    if (domain !== null) {
      facts.push(
        domain,
        placed(domain.key, `${host.shown} writes it to ${shown}`, domain.confidence),
      );
    }
  }
  return facts;
}

const services: Readonly<Record<string, string>> = {
  s3: 'S3',
  gcs: 'Cloud Storage',
  azure: 'Azure Blob Storage',
  b2: 'B2',
  r2: 'R2',
};

function domainOf({ destination, at }: Placement, host: ShellHost): FailureDomain | null {
  switch (destination.kind) {
    case 'bucket': {
      const { service, bucket } = destination;
      const name = `${services[service] ?? service} bucket ${bucket}`;
      const confidence = /[$…]/.test(bucket) ? 'medium' : 'high';
      return domain(`bucket:${service}/${bucket}`, name, 'resource', confidence, at, host);
    }
    case 'remote': {
      const { remote } = destination;
      return domain(`remote:${remote}`, `remote "${remote}"`, 'host', 'medium', at, host);
    }
    case 'machine':
      // Which machine that is, no script says.
      return domain(
        `host:${at.file}`,
        `the machine that runs ${host.shown}`,
        'host',
        'medium',
        at,
        host,
      );
    case 'store':
    case 'unknown':
      return null;
  }
}

function domain(
  key: string,
  name: string,
  level: FailureDomain['level'],
  confidence: FailureDomain['confidence'],
  at: SourceRange,
  host: ShellHost,
): FailureDomain {
  return {
    kind: 'FailureDomain',
    key: entityKey(key),
    aliases: [],
    name,
    at,
    collector: host.collector,
    implied: true,
    confidence,
    level,
  };
}
