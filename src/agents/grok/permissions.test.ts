import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://docs.x.ai/build/features/permissions';
const guide =
  'https://github.com/xai-org/grok-build/blob/main/crates/codegen/xai-grok-pager/docs/user-guide/22-permissions-and-safety.md';
const config = (permission: string) => ({ '.grok/config.toml': `[permission]\n${permission}\n` });

permissionTable('grok', collect, [
  {
    title: 'lists, deny before ask before allow',
    source,
    files: config(
      'allow = ["Bash(git *)", "Bash(npm run *)", "Read(**)", "Edit(src/**)"]\nask = ["Bash(git push *)", "Read(.env)"]\ndeny = ["Bash(git push --force *)", "Read(**/*.pem)", "WebFetch(domain:evil.test)"]',
    ),
    tries: {
      'git status': 'runs',
      'git push origin': 'asks',
      'git push --force origin': 'blocks',
      'npm run build': 'runs',
      'npm install': 'asks',
      'npm run build && terraform destroy': 'asks',
      'read:.env': 'asks',
      'read:certs/a.pem': 'blocks',
      'write:src/a.ts': 'runs',
      'write:infra/a.tf': 'asks',
      'net:evil.test': 'blocks',
    },
  },
  {
    title: 'rules with an action, a tool and a pattern',
    source,
    files: config(
      'rules = [\n { action = "allow", tool = "bash", pattern = "git *" },\n { action = "deny", tool = "bash", pattern = "git push *" },\n { action = "allow", tool = "mcp", pattern = "docs__*" },\n { action = "ask", tool = "read", pattern = "**/*.key" },\n]',
    ),
    tries: {
      'git status': 'runs',
      'git push origin': 'blocks',
      'mcp:docs:search': 'runs',
      'mcp:db:drop': 'asks',
      'read:a.key': 'asks',
    },
  },
  {
    title: 'rules as tables',
    source,
    files: {
      '.grok/config.toml':
        '[[permission.rules]]\naction = "deny"\ntool = "bash"\n[[permission.rules]]\naction = "allow"\ntool = "edit"\n',
    },
    tries: { ls: 'blocks', 'write:a': 'runs' },
  },
  {
    title: 'tools of servers',
    source,
    files: config(
      'allow = ["MCPTool(docs__search)", "MCPTool(db__*)"]\ndeny = ["MCPTool(db__drop)"]',
    ),
    tries: {
      'mcp:docs:search': 'runs',
      'mcp:db:list': 'runs',
      'mcp:db:drop': 'blocks',
      'mcp:docs:x': 'asks',
    },
  },
  {
    title: 'a command starts with the pattern, wherever its words end',
    source: guide,
    files: config('allow = ["Bash(git)", "Bash(npm run:*)", "Bash(node * --check)"]\n'),
    tries: {
      'git push --force': 'runs',
      'gitleaks dir': 'runs',
      'npm run-script build': 'runs',
      'node a.js --check': 'runs',
      'node a.js': 'asks',
    },
  },
  {
    title: 'files, hosts and everything',
    source: guide,
    files: config(
      'deny = ["Read(.env)", "Read(**/*.pem)", "Write(infra/**)", "WebFetch(domain:evil.test)", "mcp__db__drop"]\nallow = ["*"]\n',
    ),
    tries: {
      'read:.env': 'blocks',
      'read:deploy/.env': 'runs',
      'read:certs/a.pem': 'blocks',
      'write:infra/a.tf': 'blocks',
      'net:api.evil.test': 'blocks',
      'net:notevil.test': 'runs',
      'mcp:db:drop': 'blocks',
      'terraform destroy': 'runs',
    },
  },
  {
    title: 'the mode of the user, which denials outlive',
    source,
    files: {
      ...config('deny = ["Bash(railway *)"]'),
      '~/.grok/config.toml': '[ui]\npermission_mode = "always-approve"\n',
    },
    tries: { 'terraform destroy': 'runs', 'railway down': 'blocks', 'mcp:db:drop': 'runs' },
  },
  {
    title: 'older keys of the user',
    source,
    files: { ...config('deny = []'), '~/.grok/config.toml': '[ui]\nyolo = true\n' },
    tries: { 'terraform destroy': 'runs' },
  },
]);
