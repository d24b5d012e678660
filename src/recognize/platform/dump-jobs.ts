import type { Backup, DataStore, EntityKey, Fact } from '../../model/fact.ts';
import { unknown } from '../../model/value.ts';
import { type Declared, edge, keyIn, type Origin } from './platform-facts.ts';

const speaksOfCopies = /(?:^|[^a-z])(?:dumps?|backups?|pg_?dump|pgbackrest|wal-g)(?:$|[^a-z])/i;

/** A job of a platform, and which stores it is handed. */
export interface Job extends Declared {
  /** Everything that tells what it does: its name, its command, its image. */
  readonly says: readonly string[];
  readonly databases: ReadonlySet<EntityKey>;
  /** A bucket of the same file that it is handed too. */
  readonly bucket?: DataStore | undefined;
}

/**
 * A job that is handed a database and speaks of dumps makes a copy of it. Where to, the file of a platform does not say, unless it hands it a bucket
 * as well.
 */
export function dumpJobFacts(origin: Origin, job: Job): readonly Fact[] {
  const { name, at, bucket } = job;
  if (!job.says.some((text) => speaksOfCopies.test(text.slice(0, 1000)))) return [];
  return [...job.databases].flatMap((database, index): readonly Fact[] => {
    const backup: Backup = {
      kind: 'Backup',
      key: keyIn(origin, `${job.id}/${index}`),
      aliases: [],
      name: `dumps of cron job ${name}`,
      at,
      collector: origin.collector,
      implied: false,
      confidence: 'medium',
      method: 'dump',
      retentionDays: unknown('external', at),
      survivesSourceDeletion: unknown('external', at),
    };
    const because = `cron job ${name} is handed its address`;
    const copy = edge('backs-up', backup, { key: database }, because, at, 'medium');
    if (bucket === undefined) return [backup, copy];
    const there = `cron job ${name} is handed that bucket too`;
    return [backup, copy, edge('placed-in', backup, bucket, there, at, 'medium')];
  });
}
