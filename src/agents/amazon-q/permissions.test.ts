import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const format = 'https://github.com/aws/amazon-q-developer-cli/blob/main/docs/agent-format.md';
const tools = 'https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md';
const agent = (value: object): Record<string, string> => ({
  '.amazonq/cli-agents/ops.json': JSON.stringify({ tools: ['*'], ...value }),
});

permissionTable('amazon-q', collect, [
  {
    title: 'reading is trusted, the rest asks',
    source: tools,
    files: { '.amazonq/mcp.json': '{"mcpServers": {"git": {"command": "git-mcp"}}}' },
    tries: { 'git status': 'asks', 'read:.env': 'runs', 'mcp:git:push': 'asks' },
  },
  {
    title: 'trusted tools',
    source: format,
    files: agent({ allowedTools: ['execute_bash', 'use_aws', '@git/git_status', '@fetch'] }),
    tries: {
      'aws s3 rb s3://prod --force': 'runs',
      'terraform destroy -auto-approve': 'runs',
      'mcp:git:git_status': 'runs',
      'mcp:git:git_push': 'asks',
      'mcp:fetch:get': 'runs',
    },
  },
  {
    title: 'a bare star trusts nothing',
    source: format,
    files: agent({ allowedTools: ['*'] }),
    tries: { 'terraform destroy': 'asks' },
  },
  {
    title: 'wildcards for native tools',
    source: format,
    files: agent({ allowedTools: ['execute_*', 'fs_?ead'] }),
    tries: { 'terraform destroy': 'runs', 'write:a.ts': 'asks' },
  },
  {
    title: 'commands by expression, denied ones first',
    source: tools,
    files: agent({
      toolsSettings: {
        execute_bash: {
          allowedCommands: ['git status', 'git fetch', 'terraform (plan|show).*'],
          deniedCommands: ['git commit .*', 'terraform .*destroy.*'],
        },
      },
    }),
    tries: {
      'git status': 'runs',
      'git status -s': 'asks',
      'terraform plan -destroy': 'blocks',
      'terraform show': 'runs',
      'git commit -m x': 'blocks',
    },
  },
]);
