import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

permissionTable('trae', collect, [
  {
    title: 'what runs unasked is a setting of the editor',
    source: 'https://docs.trae.ai/ide/agent',
    files: {
      '.trae/mcp.json': '{"mcpServers":{"db":{"command":"db"}}}',
      '.trae/.ignore': '.env\n',
    },
    tries: {
      'terraform destroy': 'unknown',
      'mcp:db:drop': 'asks',
      'read:.env': 'runs',
      'write:a': 'unknown',
    },
  },
]);
