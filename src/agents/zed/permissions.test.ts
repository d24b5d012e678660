import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const page = 'https://zed.dev/docs/ai/tool-permissions';
const user = (toolPermissions: unknown) => ({
  '~/.config/zed/settings.json': JSON.stringify({ agent: { tool_permissions: toolPermissions } }),
});

permissionTable('zed', collect, [
  {
    title: 'the example of the documentation',
    source: page,
    files: user({
      default: 'allow',
      tools: {
        terminal: {
          default: 'confirm',
          always_allow: [
            { pattern: '^cargo\\s+(build|test|check)' },
            { pattern: '^npm\\s+(install|test|run)' },
          ],
          always_confirm: [{ pattern: 'sudo\\s+/' }],
        },
      },
    }),
    tries: {
      'cargo test --all': 'runs',
      'CARGO TEST': 'runs',
      'npm run deploy': 'runs',
      'npm publish': 'asks',
      'cargo test && sudo /bin/rm x': 'asks',
      'cargo test && terraform destroy': 'asks',
      'mcp:acme:execute_sql': 'runs',
    },
  },
  {
    title: 'a denial beats a question beats an approval beats the default',
    source: page,
    files: user({
      default: 'allow',
      tools: {
        terminal: {
          always_allow: [{ pattern: '^git' }],
          always_confirm: [{ pattern: '^git push' }],
          always_deny: [
            { pattern: 'push\\s+--force' },
            { pattern: 'Railway', case_sensitive: true },
          ],
        },
      },
    }),
    tries: {
      'git status': 'runs',
      'git push': 'asks',
      'git push --force': 'blocks',
      'railway down': 'runs',
      'Railway down': 'blocks',
      'ls && git push --force': 'blocks',
    },
  },
  {
    title: 'patterns occur anywhere unless they are anchored',
    source: page,
    files: user({ tools: { terminal: { always_allow: [{ pattern: 'cargo' }] } } }),
    tries: { 'run cargo now': 'runs', 'npm test': 'asks' },
  },
  {
    title: 'what no setting allows',
    source: page,
    files: user({ default: 'allow' }),
    tries: {
      'rm -rf /': 'blocks',
      'rm -rf ~/': 'blocks',
      'rm -rf ./*': 'blocks',
      'rm -r --force ..': 'blocks',
      'rm -rf data': 'runs',
      'terraform destroy': 'runs',
    },
  },
  {
    title: 'MCP tools have a default each',
    source: page,
    files: user({
      tools: {
        'mcp:acme:list_tables': { default: 'allow' },
        'mcp:acme:execute_sql': { default: 'deny' },
      },
    }),
    tries: {
      'mcp:acme:list_tables': 'runs',
      'mcp:acme:execute_sql': 'blocks',
      'mcp:acme:other': 'asks',
    },
  },
  {
    title: 'other tools',
    source: page,
    files: user({
      tools: {
        edit_file: { default: 'allow', always_deny: [{ pattern: '\\.env' }] },
        fetch: { always_allow: [{ pattern: 'docs\\.rs' }] },
      },
    }),
    tries: {
      'write:src/main.rs': 'runs',
      'write:.env': 'blocks',
      'net:docs.rs': 'runs',
      'net:example.com': 'asks',
    },
  },
  {
    title: 'a project sets no permissions, but private files',
    source: 'https://zed.dev/docs/reference/all-settings',
    files: {
      '.zed/settings.json': JSON.stringify({
        agent: { tool_permissions: { default: 'allow' } },
        private_files: ['deploy/**'],
      }),
    },
    tries: {
      'terraform destroy': 'asks',
      'read:.env.production': 'blocks',
      'read:apps/web/key.pem': 'blocks',
      'read:deploy/token.txt': 'blocks',
      'read:src/main.rs': 'runs',
    },
  },
]);
