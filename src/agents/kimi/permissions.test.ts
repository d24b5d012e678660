import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://moonshotai.github.io/kimi-code/en/configuration/config-files.html';
const project = { '.kimi-code/mcp.json': '{"mcpServers":{"db":{"command":"db"}}}' };
const user = (text: string) => ({ ...project, '~/.kimi-code/config.toml': text });
const rule = (decision: string, pattern: string) =>
  `[[permission.rules]]\ndecision = "${decision}"\npattern = "${pattern}"\n`;

permissionTable('kimi', collect, [
  {
    title: 'it asks by default',
    source,
    files: project,
    tries: { ls: 'asks', 'mcp:db:drop': 'asks', 'read:.env': 'runs' },
  },
  {
    title: 'the first rule that matches decides',
    source,
    files: user(
      rule('deny', 'Bash(rm -rf*)') +
        rule('allow', 'Bash(git *)') +
        rule('deny', 'Bash(git push *)') +
        rule('allow', 'Read') +
        rule('ask', 'mcp__db__drop') +
        rule('allow', 'mcp__db'),
    ),
    tries: {
      'rm -rf data': 'blocks',
      'git status': 'runs',
      'git push origin': 'runs',
      'npm test': 'asks',
      'git status && npm test': 'asks',
      'mcp:db:drop': 'asks',
      'mcp:db:list': 'runs',
    },
  },
  {
    title: 'yolo',
    source,
    files: user('default_permission_mode = "yolo"\n'),
    tries: { 'terraform destroy': 'runs', 'mcp:db:drop': 'runs' },
  },
  {
    title: 'auto',
    source,
    files: user('default_permission_mode = "auto"\n'),
    tries: { 'terraform destroy': 'unknown' },
  },
]);
