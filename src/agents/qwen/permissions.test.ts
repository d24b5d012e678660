import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const docs = 'https://github.com/QwenLM/qwen-code/blob/main/docs/users';
const settingsPage = `${docs}/configuration/settings.md`;
const modes = `${docs}/features/approval-mode.md`;
const settings = (value: object) => ({ '.qwen/settings.json': JSON.stringify(value) });
const rules = (permissions: object, approvalMode = 'default') =>
  settings({ permissions, tools: { approvalMode } });
const mode = (approvalMode: string) => settings({ tools: { approvalMode } });

permissionTable('qwen', collect, [
  {
    title: 'a classifier answers where no mode is written',
    source: modes,
    files: settings({ ui: {} }),
    tries: {
      'railway volume delete --yes': 'unknown',
      'git status': 'runs',
      'mcp:db:execute_sql': 'unknown',
      'read:.env': 'runs',
    },
  },
  {
    title: 'yolo counts in files of the project',
    source: modes,
    files: mode('yolo'),
    tries: {
      'railway volume delete --yes': 'runs',
      'mcp:db:execute_sql': 'runs',
      'write:a.ts': 'runs',
    },
  },
  {
    title: 'asking mode',
    source: modes,
    files: mode('default'),
    tries: { 'npm test': 'asks', 'ls -la': 'runs', 'find . -delete': 'asks', 'write:a.ts': 'asks' },
  },
  {
    title: 'edits accepted',
    source: modes,
    files: mode('auto-edit'),
    tries: { 'npm test': 'asks', 'write:a.ts': 'runs' },
  },
  {
    title: 'the example of the settings page',
    source: settingsPage,
    files: rules({
      allow: ['Bash(git *)', 'Bash(npm run *)', 'Read(//Users/alice/code/**)'],
      ask: ['Bash(git push *)', 'Edit'],
      deny: ['Bash(rm -rf *)', 'Read(.env)', 'WebFetch(malicious.com)'],
    }),
    tries: {
      'git commit -m x': 'runs',
      git: 'runs',
      gitk: 'asks',
      'git push origin main': 'asks',
      'npm run db:push': 'runs',
      'npm install': 'asks',
      'rm -rf data': 'blocks',
      'git status && rm -rf data': 'blocks',
      'read:.env': 'blocks',
      'read:api/.env': 'runs',
      'cat .env': 'blocks',
      'write:src/a.ts': 'asks',
      'net:malicious.com': 'blocks',
      'net:api.malicious.com': 'blocks',
      'net:notmalicious.com': 'asks',
    },
  },
  {
    title: 'without a star a command is a prefix of words',
    source: settingsPage,
    files: rules({ allow: ['Bash(git commit)', 'Shell(npm run:*)', 'run_shell_command(ls*)'] }),
    tries: {
      'git commit -m x': 'runs',
      'git commits': 'asks',
      'npm run x': 'runs',
      'lsof -i': 'runs',
    },
  },
  {
    title: 'paths start at the project',
    source: settingsPage,
    files: rules({
      deny: ['Read(./secrets/**)', 'Edit(/src/**/*.ts)', 'ReadFile(config/*.pem)'],
      allow: ['Write(/docs/**)'],
    }),
    tries: {
      'read:secrets/a/b.txt': 'blocks',
      'read:api/secrets/a.txt': 'runs',
      'write:src/deep/a.ts': 'blocks',
      'write:docs/a.md': 'runs',
      'read:config/a.pem': 'blocks',
    },
  },
  {
    title: 'servers and their tools',
    source: settingsPage,
    files: rules({
      allow: ['mcp__puppeteer', 'mcp__db__list_tables', 'mcp__chrome__use_*'],
      deny: ['mcp__db__drop_table'],
    }),
    tries: {
      'mcp:puppeteer:navigate': 'runs',
      'mcp:db:list_tables': 'runs',
      'mcp:db:drop_table': 'blocks',
      'mcp:db:execute_sql': 'asks',
      'mcp:chrome:use_tab': 'runs',
    },
  },
  {
    title: 'denial beats yolo',
    source: `${docs}/features/auto-mode.md`,
    files: rules({ deny: ['Bash(terraform destroy *)'] }, 'yolo'),
    tries: { 'terraform destroy': 'blocks', 'terraform apply': 'runs' },
  },
  {
    title: 'the classifier sets broad rules aside, narrow ones and those that ask count',
    source: `${docs}/features/auto-mode.md`,
    files: rules(
      { allow: ['Bash', 'Bash(python:*)', 'Bash(npm test)'], ask: ['Bash(npm publish)'] },
      'auto',
    ),
    tries: {
      'railway volume delete --yes': 'unknown',
      'python x.py': 'unknown',
      'npm test': 'runs',
      'npm publish': 'asks',
    },
  },
  {
    title: 'older lists still count',
    source: settingsPage,
    files: settings({
      tools: {
        approvalMode: 'default',
        allowed: ['run_shell_command(docker compose)', 'ShellTool(rm)'],
        exclude: ['run_shell_command(rm)'],
      },
    }),
    tries: { 'docker compose down -v': 'runs', 'rm x': 'blocks' },
  },
  {
    title: 'a list of core tools',
    source: settingsPage,
    files: settings({ tools: { approvalMode: 'yolo', core: ['read_file', 'glob'] } }),
    tries: { 'curl https://a.example': 'blocks', 'read:a.ts': 'runs', 'write:a.ts': 'blocks' },
  },
  {
    title: 'trusted servers',
    source: `${docs}/features/mcp.md`,
    files: settings({
      tools: { approvalMode: 'default' },
      mcpServers: { db: { command: 'x', trust: true }, docs: { command: 'y' } },
    }),
    tries: { 'mcp:db:execute_sql': 'runs', 'mcp:docs:search': 'asks' },
  },
  {
    title: 'rules of the user join those of the project',
    source: settingsPage,
    files: {
      ...rules({ allow: ['Bash(terraform *)'] }),
      '~/.qwen/settings.json': JSON.stringify({
        permissions: { deny: ['Bash(terraform destroy)'] },
        tools: { approvalMode: 'yolo' },
      }),
    },
    tries: {
      'terraform plan': 'runs',
      'terraform destroy -auto-approve': 'blocks',
      'npm test': 'asks',
    },
  },
]);
