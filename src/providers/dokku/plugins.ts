/** The official plugins that keep a database. */
export const databasePlugins: readonly string[] = [
  'postgres',
  'mysql',
  'mariadb',
  'mongo',
  'couchdb',
  'clickhouse',
  'elasticsearch',
  'rethinkdb',
  'solr',
  'typesense',
  'meilisearch',
];
