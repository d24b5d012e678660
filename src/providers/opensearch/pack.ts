import { credentialsOf, definePack, mcpServersOf, mcpSwitch } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const source = 'https://github.com/opensearch-project/opensearch-mcp-server-py';
const checkedOn = '2026-11-21';
const credential = credentialsOf({ source: `${source}/blob/main/USER_GUIDE.md`, checkedOn });
const server = mcpServersOf({ source: `${source}/blob/main/USER_GUIDE.md`, checkedOn });

/** Everything known about OpenSearch: its password and its MCP server. */
export const pack = definePack({
  id: 'opensearch',
  title: 'OpenSearch',
  credentials: [
    credential({
      id: 'password',
      title: 'OpenSearch password',
      env: ['OPENSEARCH_PASSWORD', 'OPENSEARCH_INITIAL_ADMIN_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      expires: 'never',
      narrower: 'Connect as a user whose role reads only the indices it needs',
    }),
  ],
  mcp: [
    server({
      id: 'server',
      title: 'OpenSearch MCP server',
      packages: ['opensearch-mcp-server-py'],
      // Sends any method to any path of the cluster.
      destructiveTools: ['GenericOpenSearchApiTool'],
      readOnly: [mcpSwitch('OPENSEARCH_SETTINGS_ALLOW_WRITE=false')],
      narrower:
        'Set OPENSEARCH_SETTINGS_ALLOW_WRITE=false, and connect as a user whose role only reads',
    }),
  ],
  collectors: [
    toolingCollector('opensearch', 'OpenSearch', {
      npm: ['@opensearch-project/opensearch'],
      python: ['opensearch-py'],
      others: ['opensearch-ruby', 'opensearch-project/opensearch-php', 'OpenSearch.Client'],
    }),
  ],
});
