import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://opencode.ai/docs/permissions/';
const file = 'opencode.json';
const config = (value: unknown): Record<string, string> => ({ [file]: JSON.stringify(value) });
const permission = (value: unknown): Record<string, string> => config({ permission: value });

permissionTable('opencode', collect, [
  {
    title: 'almost everything runs by default',
    source,
    files: config({ model: 'x/y' }),
    tries: {
      'railway volume delete --yes': 'runs',
      'curl https://api.example.com': 'runs',
      'mcp:supabase:execute_sql': 'runs',
      'read:src/app.ts': 'runs',
      'read:.env': 'asks',
      'read:apps/web/.env.production': 'asks',
      'read:.env.example': 'runs',
    },
  },
  {
    title: 'a star for all tools, and single ones after it',
    source,
    files: permission({ '*': 'ask', bash: 'allow', edit: 'deny' }),
    tries: {
      'terraform destroy': 'runs',
      'write:main.tf': 'blocks',
      'mcp:acme:drop': 'asks',
      'read:a.ts': 'asks',
    },
  },
  {
    title: 'one word for everything',
    source,
    files: permission('ask'),
    tries: { 'ls -la': 'asks', 'mcp:a:b': 'asks', 'read:.env': 'asks' },
  },
  {
    title: 'the last matching pattern wins',
    source,
    files: permission({
      bash: { '*': 'ask', 'git *': 'allow', 'npm *': 'allow', 'rm *': 'deny', 'grep *': 'allow' },
      edit: { '*': 'deny', 'docs/*.mdx': 'allow' },
    }),
    tries: {
      'git status --porcelain': 'runs',
      git: 'runs',
      'rm -rf build': 'blocks',
      'terraform apply': 'asks',
      'npm test && rm -rf /': 'blocks',
      'write:docs/guide/a.mdx': 'runs',
      'write:src/a.ts': 'blocks',
    },
  },
  {
    title: 'a star at the end takes everything back',
    source,
    files: permission({ bash: { 'railway *': 'deny', '*': 'allow' } }),
    tries: { 'railway down': 'runs' },
  },
  {
    title: 'a pattern without a star is the whole command',
    source,
    files: permission({ bash: { '*': 'deny', grep: 'allow', 'git status': 'allow' } }),
    tries: { 'grep x file': 'blocks', 'git status': 'runs', 'git status -s': 'blocks' },
  },
  {
    title: 'a question mark is one character',
    source,
    files: permission({ bash: { '*': 'ask', 'make v?': 'allow' } }),
    tries: { 'make v1': 'runs', 'make v12': 'asks' },
  },
  {
    title: 'tools of servers by their joined name',
    source: 'https://opencode.ai/docs/mcp-servers/',
    files: permission({ '*': 'allow', 'supabase_*': 'ask', supabase_execute_sql: 'deny' }),
    tries: {
      'mcp:supabase:list_tables': 'asks',
      'mcp:supabase:execute_sql': 'blocks',
      'mcp:linear:create_issue': 'runs',
    },
  },
  {
    title: 'the older tools setting comes first',
    source,
    files: config({ tools: { bash: false, write: false }, permission: { bash: 'ask' } }),
    tries: { ls: 'asks', 'write:a.ts': 'blocks' },
  },
  {
    title: 'the default agent has rules of its own, after the shared ones',
    source: 'https://opencode.ai/docs/agents/',
    files: config({
      permission: { bash: { '*': 'ask', 'git push *': 'deny' } },
      agent: { build: { permission: { bash: { 'git push *': 'ask', 'npm *': 'allow' } } } },
    }),
    tries: { 'git push origin': 'asks', 'npm test': 'runs', 'terraform plan': 'asks' },
  },
  {
    title: 'files of .opencode replace what the folder says, in the place where it stood',
    source: 'https://opencode.ai/docs/config/',
    files: {
      'opencode.json': JSON.stringify({
        permission: { bash: { 'git *': 'deny', '*': 'ask' }, webfetch: 'deny' },
      }),
      '.opencode/opencode.json': JSON.stringify({
        permission: {
          bash: { 'git *': 'allow' },
          webfetch: { 'https://docs.acme.dev/*': 'allow' },
        },
      }),
    },
    tries: { 'git log': 'asks', 'net:docs.acme.dev': 'runs' },
  },
  {
    title: 'values from outside',
    source: 'https://opencode.ai/docs/config/',
    files: permission({ bash: { 'rm *': 'deny', '*': '{env:OPENCODE_BASH}', 'psql *': 'deny' } }),
    tries: { 'rm x': 'unknown', 'psql prod': 'blocks', 'read:a.ts': 'runs' },
  },
]);
