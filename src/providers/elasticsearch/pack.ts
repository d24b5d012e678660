import { credentialsOf, definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';

const claim = {
  source: 'https://www.elastic.co/docs/api/doc/elasticsearch/',
  checkedOn: '2026-11-21',
};

const operation = operationsOf(claim);
const credential = credentialsOf({
  ...claim,
  source: 'https://www.elastic.co/docs/deploy-manage/api-keys',
});
const server = mcpServersOf(claim);

/** Elasticsearch and OpenSearch: deletions over HTTP on hosted clusters, keys, and MCP servers. */
export const pack = definePack({
  id: 'elasticsearch',
  title: 'Elasticsearch',
  resources: () => import('./resources.ts'),
  api: {
    hosts: ['.elastic-cloud.com', '.cloud.es.io', '.found.io', '.elastic.cloud'],
    operations: [
      operation('DELETE /{index}', 'database', { argument: 'index' }),
      operation('DELETE /_data_stream/{name}', 'database', { argument: 'name' }),
      operation('POST /{index}/_delete_by_query', 'database', { argument: 'index' }),
      operation('DELETE /_snapshot/{repository}/{snapshot}', 'backup', { argument: 'snapshot' }),
    ],
  },
  credentials: [
    credential({
      id: 'api-key',
      title: 'Elasticsearch API key',
      env: ['ELASTICSEARCH_API_KEY', 'ELASTIC_API_KEY', 'ES_API_KEY'],
      headers: ['authorization'],
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower: 'Make an API key with a role that only reads the indices the task needs',
    }),
    credential({
      id: 'unified-key',
      title: 'Elastic unified API key',
      prefixes: ['essu_'],
      shape: /essu_[A-Za-z0-9_=-]{20,200}/,
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower: 'Make an API key with a role that only reads the indices the task needs',
    }),
    credential({
      id: 'password',
      title: 'Elasticsearch password',
      env: ['ELASTIC_PASSWORD', 'ELASTICSEARCH_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      narrower: 'Use an API key with a role that only reads the indices the task needs',
    }),
  ],
  mcp: [
    server({
      id: 'elastic',
      title: 'Elasticsearch MCP server',
      packages: ['docker.elastic.co/mcp/elasticsearch', '@elastic/mcp-server-elasticsearch'],
      narrower: 'Give it an API key that only reads',
      source: 'https://github.com/elastic/mcp-server-elasticsearch',
    }),
  ],
});
