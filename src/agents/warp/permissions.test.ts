import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://docs.warp.dev/agents/cli/permissions-and-profiles';
const profile = (text: string) => ({
  'WARP.md': '# Shop\n',
  '~/.warp/settings.toml': `[agents.execution_profiles.default]\n${text}\n`,
});

permissionTable('warp', collect, [
  {
    title: 'nothing is configured',
    source,
    files: { 'WARP.md': '# Shop\n' },
    tries: { 'terraform destroy': 'unknown', 'mcp:db:drop': 'unknown', 'read:.env': 'unknown' },
  },
  {
    title: 'the denylist asks, whatever else is allowed',
    source,
    files: profile(
      'execute_commands = "always_allow"\nread_files = "always_ask"\ncommand_allowlist = ["railway status"]\ncommand_denylist = ["railway .*", "rm .*"]',
    ),
    tries: {
      'npm test': 'runs',
      'railway status': 'asks',
      'rm -rf data': 'asks',
      'npm test && rm -rf data': 'asks',
      'read:.env': 'asks',
    },
  },
  {
    title: 'expressions are for the whole command',
    source,
    files: profile(
      'execute_commands = "always_ask"\ncommand_allowlist = ["git (status|diff)", "ls( .*)?"]',
    ),
    tries: {
      'git status': 'runs',
      'git status --short': 'asks',
      ls: 'runs',
      'ls -la': 'runs',
      lsof: 'asks',
    },
  },
  {
    title: 'servers by name',
    source,
    files: profile(
      'mcp_permissions = "always_ask"\nmcp_allowlist = ["docs"]\nmcp_denylist = ["db"]',
    ),
    tries: { 'mcp:docs:search': 'runs', 'mcp:db:drop': 'asks', 'mcp:x:y': 'asks' },
  },
]);
