import type { Holds } from '../../model/fact.ts';

/** What a URL scheme says about the store behind it. */
export interface ConnectionScheme {
  /** Normalised, so that aliases compare equal. */
  readonly scheme: string;
  readonly title: string;
  /** `null` for a service without one usual port. */
  readonly port: number | null;
  readonly holds: Holds;
}

function scheme(
  name: string,
  title: string,
  port: number | null,
  holds: Holds,
  aliases: string,
): readonly (readonly [string, ConnectionScheme])[] {
  return [name, ...aliases.split(' ')].map((alias) => [
    alias,
    { scheme: name, title, port, holds },
  ]);
}

const schemes: ReadonlyMap<string, ConnectionScheme> = new Map([
  ...scheme('postgres', 'PostgreSQL', 5432, 'database', 'postgresql postgis pgsql pg'),
  ...scheme('cockroachdb', 'CockroachDB', 26_257, 'database', 'cockroach crdb'),
  ...scheme('mysql', 'MySQL', 3306, 'database', 'mysql2 mysqlx mariadb'),
  ...scheme('mongodb', 'MongoDB', 27_017, 'database', 'mongo'),
  ...scheme('sqlserver', 'SQL Server', 1433, 'database', 'mssql'),
  ...scheme('oracle', 'Oracle', 1521, 'database', 'oracledb'),
  ...scheme('clickhouse', 'ClickHouse', 9000, 'database', 'clickhouses ch'),
  ...scheme('libsql', 'libSQL', null, 'database', 'turso'),
  ...scheme('cassandra', 'Cassandra', 9042, 'database', 'scylla'),
  ...scheme('neo4j', 'Neo4j', 7687, 'database', 'bolt'),
  ...scheme('snowflake', 'Snowflake', null, 'database', 'snow'),
  ...scheme('redshift', 'Redshift', 5439, 'database', 'rs'),
  ...scheme('elasticsearch', 'Elasticsearch', 9200, 'database', 'opensearch'),
  ...scheme('redis', 'Redis', 6379, 'cache', 'rediss valkey valkeys'),
  ...scheme('memcached', 'Memcached', 11_211, 'cache', 'memcache'),
  ...scheme('amqp', 'AMQP', 5672, 'queue', 'amqps'),
  ...scheme('nats', 'NATS', 4222, 'queue', 'tls+nats'),
  ...scheme('kafka', 'Kafka', 9092, 'queue', 'kafka+ssl'),
]);

/** How addresses of databases and brokers begin in text, the common ones: words that make a file worth looking into. */
export const connectionBeginnings: readonly string[] = [
  'postgres://',
  'postgresql://',
  'postgresql+',
  'mysql://',
  'mysql2://',
  'mysql+',
  'mariadb://',
  'mongodb://',
  'mongodb+srv://',
  'redis://',
  'rediss://',
  'amqps://',
  'sqlserver://',
  'clickhouse://',
];

/** Scheme of a connection URL with driver and transport removed: `postgresql+asyncpg`, `mongodb+srv`, `jdbc:mysql`. */
export function connectionScheme(written: string): ConnectionScheme | undefined {
  const name = written.toLowerCase().replace(/^jdbc:/, '');
  return schemes.get(name) ?? schemes.get(name.split(/[+:]/)[0] ?? '');
}
