import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const approvals = 'https://code.visualstudio.com/docs/agents/approvals';
const sandboxing = 'https://code.visualstudio.com/docs/agents/run/agent-sandboxing';

const terminal = (map: Readonly<Record<string, unknown>>, more = {}) => ({
  '.vscode/settings.json': JSON.stringify({ 'chat.tools.terminal.autoApprove': map, ...more }),
});

permissionTable('copilot', collect, [
  {
    title: 'keys are the start of a command, up to the end of a word',
    source: approvals,
    files: terminal({ mkdir: true, 'npm run build': true, 'bin/test.sh': true, railway: true }),
    tries: {
      'mkdir out': 'runs',
      mkdirp: 'asks',
      'npm run build': 'runs',
      'npm run build:prod': 'runs',
      'npm run builds': 'asks',
      './bin/test.sh --all': 'runs',
      'railway volume delete --volume data --yes': 'runs',
      'RAILWAY_ENVIRONMENT=production railway up': 'asks',
    },
  },
  {
    title: 'expressions between slashes',
    source: approvals,
    files: terminal({
      '/^git (status|show\\b.*)$/': true,
      '/^Get-ChildItem\\b/i': true,
      '/^terraform (plan|validate)\\b/': true,
    }),
    tries: {
      'git show HEAD': 'runs',
      'git push --force': 'asks',
      'get-childitem src': 'runs',
      'terraform plan -out x': 'runs',
      'terraform destroy -auto-approve': 'asks',
    },
  },
  {
    title: 'an expression for everything leaves the built-in questions',
    source: approvals,
    files: terminal({ '/.*/': true }),
    tries: {
      'terraform destroy -auto-approve': 'runs',
      'railway volume delete --yes': 'runs',
      'npx supabase db reset --linked': 'runs',
      'rm -rf data': 'asks',
      'curl -X POST https://backboard.railway.app/graphql/v2': 'asks',
      'find . -delete': 'asks',
      'echo $(rm data.db)': 'asks',
    },
  },
  {
    title: 'without the built-in entries nothing asks',
    source: approvals,
    files: terminal(
      { '/.*/': true, kubectl: false },
      { 'chat.tools.terminal.ignoreDefaultAutoApproveRules': true },
    ),
    tries: {
      'curl -X POST https://backboard.railway.app/graphql/v2': 'runs',
      'kubectl delete pvc data': 'asks',
    },
  },
  {
    title: 'true replaces a built-in false and null unsets it',
    source: approvals,
    files: terminal({ curl: true, rm: null }),
    tries: { 'curl https://example.com': 'runs', 'rm data.db': 'asks', 'wget x': 'asks' },
  },
  {
    title: 'false wins and only asks; every command of a line counts',
    source: approvals,
    files: terminal({ git: true, 'git push': false, foo: true, bar: { approve: true } }),
    tries: {
      'git commit -m x': 'runs',
      'git push --force': 'asks',
      'foo && bar': 'runs',
      'foo && terraform destroy': 'asks',
    },
  },
  {
    title: 'matchCommandLine looks at the whole line',
    source: approvals,
    files: terminal({
      'npm test': true,
      '/\\.ps1/i': { approve: false, matchCommandLine: true },
    }),
    tries: { 'npm test': 'runs', 'npm test && ./Deploy.PS1': 'asks' },
  },
  {
    title: 'keys that never match',
    source: approvals,
    files: terminal({ '': true, '/^.*$/': true, '/(/': true }),
    tries: { 'terraform destroy': 'asks', 'ls -la': 'runs', 'git status': 'runs' },
  },
  {
    title: 'an expression outside the linear engine decides nothing',
    source: approvals,
    files: terminal({ '/^git (?!push)/': true, '/^aws (?!s3)/': false }),
    tries: { 'git fetch': 'unknown', 'aws ec2 describe-instances': 'unknown' },
  },
  {
    title: 'the main switch',
    source: approvals,
    files: terminal({ '/.*/': true }, { 'chat.tools.terminal.enableAutoApprove': false }),
    tries: { ls: 'asks', 'terraform destroy': 'asks' },
  },
  {
    title: 'a permission level skips every list',
    source: approvals,
    files: terminal({ rm: false }, { 'chat.permissions.default': 'autopilot' }),
    tries: { 'rm -rf data': 'runs', 'mcp:supabase:execute_sql': 'runs', 'write:.env': 'runs' },
  },
  {
    title: 'tools that cannot be approved in advance',
    source: approvals,
    files: terminal(
      { '/.*/': true },
      { 'chat.tools.eligibleForAutoApproval': { runInTerminal: false, fetch: false } },
    ),
    tries: { 'terraform plan': 'asks', 'net:example.com': 'asks' },
  },
  {
    title: 'edits: the last entry counts',
    source: approvals,
    files: {
      '.vscode/settings.json': JSON.stringify({
        'chat.tools.edits.autoApprove': { 'src/**': false, '**/*': true, 'infra/**': false },
      }),
    },
    tries: {
      'write:src/a.ts': 'runs',
      'write:infra/main.tf': 'asks',
      'write:.vscode/settings.json': 'runs',
    },
  },
  {
    title: 'edits without settings',
    source: approvals,
    files: { '.vscode/mcp.json': '{"servers":{}}' },
    tries: {
      'write:src/a.ts': 'runs',
      'write:.vscode/settings.json': 'asks',
      'write:.env': 'asks',
    },
  },
  {
    title: 'addresses',
    source: approvals,
    files: {
      '.vscode/settings.json': JSON.stringify({
        'chat.tools.urls.autoApprove': {
          'https://*.example.com/*': true,
          'https://api.acme.test': { approveRequest: false, approveResponse: true },
        },
      }),
    },
    tries: { 'net:docs.example.com': 'runs', 'net:api.acme.test': 'asks' },
  },
  {
    title: 'sandboxed commands may run unasked or not; a setting tells',
    source: sandboxing,
    files: { '.vscode/settings.json': '{"chat.agent.sandbox.enabled": "on"}' },
    tries: { 'terraform destroy': 'unknown' },
  },
  {
    title: 'a server with sandboxEnabled is not asked about',
    source: 'https://code.visualstudio.com/docs/agent-customization/mcp-servers',
    files: {
      '.vscode/mcp.json': JSON.stringify({
        servers: {
          Acme: { type: 'stdio', command: 'npx', args: ['@acme/mcp-server'], sandboxEnabled: true },
          other: { type: 'http', url: 'https://mcp.acme.example' },
        },
      }),
    },
    tries: { 'mcp:Acme:execute_sql': 'runs', 'mcp:other:execute_sql': 'asks' },
  },
]);

permissionTable('copilot-cli', collect, [
  {
    title: 'the mode of the user; denied addresses add up',
    source:
      'https://docs.github.com/copilot/reference/copilot-cli-reference/cli-config-dir-reference',
    files: {
      '.github/copilot/settings.json': '{"deniedUrls":["https://backboard.railway.app"]}',
      '~/.copilot/settings.json': '{"defaultPermissionMode":"allow-all"}',
    },
    tries: {
      'terraform destroy': 'runs',
      'mcp:acme:execute_sql': 'runs',
      'net:backboard.railway.app': 'blocks',
    },
  },
  {
    title: 'a repository cannot loosen it',
    source:
      'https://docs.github.com/copilot/reference/copilot-cli-reference/cli-config-dir-reference',
    files: { '.github/copilot/settings.json': '{"defaultPermissionMode":"allow-all"}' },
    tries: { 'terraform destroy': 'asks', 'read:.env': 'runs' },
  },
]);

permissionTable('copilot-cloud-agent', collect, [
  {
    title: 'asks about nothing',
    source:
      'https://docs.github.com/copilot/how-tos/use-copilot-agents/coding-agent/customize-the-agent-environment',
    files: {
      '.github/workflows/copilot-setup-steps.yml':
        'jobs:\n  copilot-setup-steps:\n    runs-on: ubuntu-latest\n    steps: []\n',
    },
    tries: { 'terraform destroy': 'runs', 'mcp:acme:execute_sql': 'runs', 'read:.env': 'runs' },
  },
]);
