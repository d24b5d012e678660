import type { DataStore, Fact, FailureDomain, Holds } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import {
  domainFact,
  edge,
  type Origin,
  storeFact,
} from '../../recognize/platform/platform-facts.ts';

/** What functions of the library make; all but a service keep data. */
export type ResourceKind = 'service' | 'database' | 'volume' | 'bucket';

/** By the function that makes it. `fn` is a service, and `database` a database of any engine. */
export const resourceKinds: Readonly<Record<string, ResourceKind>> = {
  service: 'service',
  fn: 'service',
  postgres: 'database',
  mysql: 'database',
  mongo: 'database',
  redis: 'database',
  database: 'database',
  volume: 'volume',
  bucket: 'bucket',
};

/** A store as a project declares it. */
export interface DeclaredStore {
  readonly kind: Exclude<ResourceKind, 'service'>;
  /** `postgres`, `redis`, … of a database. */
  readonly engine: string | null;
  readonly name: string;
  readonly at: SourceRange;
  /** The environment whose instance it is; `null` where they are not told apart. */
  readonly environment: string | null;
}

const titles: Readonly<Record<string, string>> = {
  postgres: 'Postgres',
  mysql: 'MySQL',
  mongo: 'MongoDB',
  redis: 'Redis',
};

/** The instance of a store that one environment has. */
export function declaredStore(origin: Origin, declared: DeclaredStore): DataStore {
  const { kind, engine, name, at, environment } = declared;
  const isCache = engine === 'redis';
  const holds: Holds = isCache ? 'cache' : kind;
  const title = kind === 'database' ? (titles[engine ?? ''] ?? 'database') : kind;
  const product = isCache ? 'railway-redis' : `railway-${kind}`;
  const suffix = environment === null ? '' : `@${environment}`;
  const of = environment === null ? '' : ` of ${environment}`;
  return storeFact(
    origin,
    { id: `${kind}/${name}${suffix}`, name: `Railway ${title} ${name}${of}`, at },
    { product, holds },
  );
}

/** A project, by the name that it is declared under. */
export function projectDomain(origin: Origin, name: string, at: SourceRange): FailureDomain {
  return domainFact(origin, 'project', {
    key: entityKey(`railway:project-name/${name}`),
    name: `Railway project ${name}`,
    at,
  });
}

/** A store in its project. */
export function placedIn(store: DataStore, project: FailureDomain): readonly Fact[] {
  const because = `${store.at.file} declares it in ${project.name}`;
  return [store, edge('placed-in', store, project, because, store.at)];
}
