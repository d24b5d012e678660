import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const docs = 'https://github.com/google-gemini/gemini-cli/blob/main/docs';
const shell = `${docs}/tools/shell.md`;
const engine = `${docs}/reference/policy-engine.md`;
const servers = `${docs}/tools/mcp-server.md`;
const settings = (value: object) => ({ '.gemini/settings.json': JSON.stringify(value) });
const policy = (...rules: readonly string[]) => ({
  '~/.gemini/policies/my-rules.toml': rules.map((rule) => `[[rule]]\n${rule}\n`).join('\n'),
});

permissionTable('gemini-cli', collect, [
  {
    title: 'default policies',
    source: engine,
    files: settings({ ui: { theme: 'x' } }),
    tries: {
      'railway volume delete --yes': 'asks',
      ls: 'asks',
      'read:.env': 'runs',
      'mcp:db:execute_sql': 'asks',
    },
  },
  {
    title: 'allowed commands are word prefixes',
    source: shell,
    files: settings({ tools: { allowed: ['run_shell_command(git)', 'ShellTool(npm test)'] } }),
    tries: {
      'git status': 'runs',
      'git push --force': 'runs',
      'npm test -- --watch': 'runs',
      'npm run x': 'asks',
      gitk: 'asks',
      'git status && curl https://a.example': 'asks',
      'git status && npm test': 'runs',
      'git log > log.txt': 'asks',
    },
  },
  {
    title: 'the whole tool',
    source: shell,
    files: settings({ tools: { allowed: ['run_shell_command'] } }),
    tries: { 'railway volume delete --yes': 'runs', 'mcp:db:execute_sql': 'asks' },
  },
  {
    title: 'confirmation beats allowance',
    source: `${docs}/reference/configuration.md`,
    files: settings({
      tools: {
        allowed: ['run_shell_command', 'write_file'],
        confirmationRequired: ['run_shell_command'],
      },
    }),
    tries: { 'terraform destroy': 'asks', 'write:src/a.ts': 'runs' },
  },
  {
    title: 'only core tools',
    source: shell,
    files: settings({
      tools: { core: ['run_shell_command(git)', 'run_shell_command(npm)', 'read_file'] },
    }),
    tries: {
      'git status': 'runs',
      'npm install': 'runs',
      'ls -l': 'blocks',
      'read:src/a.ts': 'runs',
      'write:src/a.ts': 'blocks',
      'net:api.example.com': 'blocks',
    },
  },
  {
    title: 'excluded tools beat everything; commands in brackets no longer count',
    source: engine,
    files: settings({
      tools: {
        allowed: ['run_shell_command(rm)', 'write_file'],
        exclude: ['write_file', 'run_shell_command(rm)'],
      },
    }),
    tries: { 'write:src/a.ts': 'blocks', 'rm -rf data': 'runs' },
  },
  {
    title: 'trusted, allowed and excluded servers',
    source: servers,
    files: settings({
      mcp: { excluded: ['old'] },
      mcpServers: {
        db: { command: 'x', trust: true },
        docs: { command: 'y' },
        old: { command: 'z' },
      },
    }),
    tries: {
      'mcp:db:execute_sql': 'runs',
      'mcp:docs:search': 'asks',
      'mcp:old:drop': 'blocks',
    },
  },
  {
    title: 'a list of allowed servers approves them',
    source:
      'https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/policy/config.ts',
    files: settings({ mcp: { allowed: ['db'] }, mcpServers: { db: { command: 'x' } } }),
    tries: { 'mcp:db:execute_sql': 'runs', 'mcp:docs:search': 'asks' },
  },
  {
    title: 'one tool of a server',
    source: engine,
    files: settings({
      tools: { allowed: ['mcp_db_list_tables'], exclude: ['mcp_db_drop_table'] },
      mcpServers: { db: { command: 'x', trust: true } },
    }),
    tries: {
      'mcp:db:list_tables': 'runs',
      'mcp:db:drop_table': 'blocks',
      'mcp:db:execute_sql': 'runs',
    },
  },
  {
    title: 'user policies: the higher priority wins',
    source: engine,
    files: policy(
      'toolName = "run_shell_command"\ncommandPrefix = "git"\ndecision = "ask_user"\npriority = 100',
      'toolName = "run_shell_command"\ncommandPrefix = ["git push", "rm -rf"]\ndecision = "deny"\npriority = 200',
      'toolName = "run_shell_command"\ndecision = "allow"\npriority = 50',
      'toolName = ["write_file", "replace"]\ndecision = "deny"\npriority = 10',
    ),
    tries: {
      'git status': 'asks',
      'git push origin': 'blocks',
      'rm -rf /': 'blocks',
      'npm test': 'runs',
      'write:a.ts': 'blocks',
    },
  },
  {
    title: 'expressions start at the command',
    source: engine,
    files: policy(
      'toolName = "run_shell_command"\ncommandRegex = "git (commit|push)"\ndecision = "deny"\npriority = 500',
      'toolName = "run_shell_command"\nargsPattern = \'"command":"(npm|pnpm) test\'\ndecision = "allow"\npriority = 100',
    ),
    tries: {
      'git push': 'blocks',
      'git status': 'asks',
      'echo git push': 'asks',
      'pnpm test': 'runs',
    },
  },
  {
    title: 'servers in policies, and policies over settings of the project',
    source: engine,
    files: {
      ...policy(
        'mcpName = "my-jira-server"\ntoolName = "search"\ndecision = "allow"\npriority = 200',
        'mcpName = "untrusted-server"\ndecision = "deny"\npriority = 500',
        'toolName = "*"\nmcpName = "*"\ndecision = "ask_user"\npriority = 10',
      ),
      ...settings({ mcpServers: { 'untrusted-server': { command: 'x', trust: true } } }),
    },
    tries: {
      'mcp:my-jira-server:search': 'runs',
      'mcp:my-jira-server:delete': 'asks',
      'mcp:untrusted-server:x': 'blocks',
    },
  },
  {
    title: 'policies of other modes and places do not count',
    source: engine,
    files: {
      ...policy(
        'toolName = "run_shell_command"\ndecision = "allow"\npriority = 900\nmodes = ["yolo"]',
        'toolName = "run_shell_command"\ndecision = "allow"\npriority = 900\ninteractive = false',
      ),
      '.gemini/policies/team.toml':
        '[[rule]]\ntoolName = "run_shell_command"\ndecision = "deny"\npriority = 999',
    },
    tries: { 'terraform destroy': 'asks' },
  },
  {
    title: 'files that are ignored',
    source: `${docs}/cli/gemini-ignore.md`,
    files: { ...settings({}), '.geminiignore': '# secrets\n.env*\n!.env.example\n/archive/\n' },
    tries: {
      'read:.env.production': 'blocks',
      'read:.env.example': 'runs',
      'read:archive/a.txt': 'blocks',
      'read:src/a.ts': 'runs',
    },
  },
  {
    title: 'edits without asking',
    source: `${docs}/reference/configuration.md`,
    files: settings({ general: { defaultApprovalMode: 'auto_edit' } }),
    tries: { 'write:src/a.ts': 'runs', 'terraform destroy': 'asks' },
  },
]);
