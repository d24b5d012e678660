import { connectionScheme } from '../credential/connection-scheme.ts';

/** What a database image keeps, and where. */
export interface Engine {
  /** Scheme of its connection URLs where it has one: `postgres`. */
  readonly product: string;
  readonly title: string;
  readonly holds: 'database' | 'bucket' | 'queue';
  /** Folders that only this engine writes to. */
  readonly own: readonly string[];
  /** Folders that mean its data only in its own image. */
  readonly shared: readonly string[];
  /** Matches the last part of the image's name. */
  readonly image: RegExp;
}

const titles: Readonly<Record<string, string>> = {
  influxdb: 'InfluxDB',
  couchdb: 'CouchDB',
  arangodb: 'ArangoDB',
  minio: 'object store',
  rabbitmq: 'RabbitMQ',
};

function engine(
  product: string,
  image: RegExp,
  own: string,
  shared = '',
  holds: Engine['holds'] = 'database',
): Engine {
  const title = connectionScheme(product)?.title ?? titles[product] ?? product;
  const paths = (text: string) => text.split(' ').filter((path) => path !== '');
  return { product, title, holds, own: paths(own), shared: paths(shared), image };
}

/**
 * Data folders as the images' own pages state them.
 * @see https://github.com/docker-library/docs (read 2026-11-21)
 */
const engines: readonly Engine[] = [
  engine(
    'postgres',
    /^(?:postgres(?:ql)?(?:-.*)?|postgis|timescaledb(?:-ha)?|pgvector|pgvecto-rs|pgautoupgrade|paradedb|.+-postgres(?:ql)?|spilo.*)$/,
    '/var/lib/postgresql /bitnami/postgresql /home/postgres/pgdata',
    '/pgdata /data',
  ),
  engine(
    'mysql',
    /^(?:mysql(?:-server)?|mariadb(?:-galera)?|percona(?:-server)?)$/,
    '/var/lib/mysql /bitnami/mysql /bitnami/mariadb',
    '/config',
  ),
  engine(
    'mongodb',
    /^(?:mongo|mongodb|mongodb-community-server|percona-server-mongodb)$/,
    '/data/db /bitnami/mongodb',
  ),
  engine('sqlserver', /^(?:server|azure-sql-edge)$/, '/var/opt/mssql'),
  engine('clickhouse', /^clickhouse(?:-server)?$/, '/var/lib/clickhouse /bitnami/clickhouse'),
  engine('cockroachdb', /^cockroach$/, '/cockroach/cockroach-data'),
  engine('neo4j', /^neo4j$/, '/var/lib/neo4j/data', '/data'),
  engine('cassandra', /^(?:cassandra|scylla)$/, '/var/lib/cassandra /var/lib/scylla'),
  engine('influxdb', /^influxdb$/, '/var/lib/influxdb2 /var/lib/influxdb'),
  engine('couchdb', /^couchdb$/, '/opt/couchdb/data'),
  engine('arangodb', /^arangodb$/, '/var/lib/arangodb3'),
  engine(
    'minio',
    /^(?:minio|seaweedfs|garage)$/,
    '/bitnami/minio',
    '/data /export /minio_data',
    'bucket',
  ),
  engine('rabbitmq', /^rabbitmq$/, '/var/lib/rabbitmq /bitnami/rabbitmq', '', 'queue'),
];

/** Images that stand beside a database and are none. */
const helpers =
  /(?:exporter|backup|admin|operator|client|express|gui|ui|web|proxy|pooler|bouncer|pgadmin|migrat|restore|init|dump|meta|rest)(?:$|[-_.\d])/;

/** The engine that an image is, by the last part of its name. */
export function engineOfImage(image: string): Engine | undefined {
  const name = image.split('/').at(-1) ?? '';
  if (name === 'server' && !/mssql/.test(image)) return undefined;
  if (helpers.test(name)) return undefined;
  return engines.find((candidate) => candidate.image.test(name));
}

/** The engine whose data lies below a path of a container. */
export function engineAt(target: string, image: string): Engine | undefined {
  const path = target.replace(/\/+$/, '');
  const known = engineOfImage(image);
  if (known !== undefined) {
    return [...known.own, ...known.shared].some((folder) => isInside(path, folder))
      ? known
      : undefined;
  }
  if (helpers.test(image)) return undefined;
  return engines.find((candidate) => candidate.own.some((folder) => isInside(path, folder)));
}

/** Whether a path of a container is a folder or lies in it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** An image without registry, tag and digest, lower case: `prodrigestivill/postgres-backup-local`. */
export function imageName(image: string): string {
  const path = image
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '');
  const [first = '', ...rest] = path.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? rest.join('/') : path;
}

/** The engine that a cache server is once it is told to keep what it holds: its queues and sessions are then nowhere else. */
export function durableCacheAt(target: string, image: string, command: string): Engine | undefined {
  const name = image.split('/').at(-1) ?? '';
  if (!/^(?:redis|valkey|keydb|dragonfly)(?:-stack(?:-server)?)?$/.test(name)) return undefined;
  if (!/^\/(?:data|bitnami\/(?:redis|valkey)\/data)$/.test(target)) return undefined;
  if (!/appendonly[\s"',]+yes|noeviction/.test(command)) return undefined;
  return {
    product: 'redis',
    title: 'Redis',
    holds: 'queue',
    own: [],
    shared: ['/data'],
    image: /redis/,
  };
}
