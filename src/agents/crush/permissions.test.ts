import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const source = 'https://github.com/charmbracelet/crush#allowing-tools';
const config = (value: object): Record<string, string> => ({ 'crush.json': JSON.stringify(value) });

permissionTable('crush', collect, [
  {
    title: 'asks before it runs anything but a look around',
    source,
    files: config({ options: {} }),
    tries: {
      'terraform destroy': 'asks',
      'git status': 'runs',
      'git log --oneline': 'runs',
      'ls && psql prod': 'asks',
      'mcp:supabase:execute_sql': 'asks',
      'read:.env': 'runs',
    },
  },
  {
    title: 'allowed tools',
    source,
    files: config({
      permissions: { allowed_tools: ['view', 'bash', 'edit', 'mcp_context7_get-library-doc'] },
    }),
    tries: {
      'terraform destroy -auto-approve': 'runs',
      'write:main.tf': 'runs',
      'mcp:context7:get-library-doc': 'runs',
      'mcp:context7:other': 'asks',
    },
  },
  {
    title: 'programs that the shell refuses',
    source: 'https://github.com/charmbracelet/crush/blob/main/internal/agent/tools/bash.go',
    files: config({ permissions: { allowed_tools: ['bash'] } }),
    tries: {
      'curl -X POST https://api.example.com': 'blocks',
      'cd infra && ssh prod': 'blocks',
      'node drop.js': 'runs',
    },
  },
  {
    title: 'a tool with its action, and a tool that is hidden',
    source,
    files: config({
      permissions: { allowed_tools: ['bash:execute', 'mcp_my_db_query'] },
      options: { disabled_tools: ['edit', 'mcp_my_db_drop'] },
    }),
    tries: {
      'make reset': 'runs',
      'write:a.ts': 'asks',
      'mcp:my_db:query': 'runs',
      'mcp:my_db:drop': 'blocks',
    },
  },
]);

permissionTable(
  'crush',
  collect,
  [
    {
      title: 'a script that sets the same',
      source:
        'https://github.com/charmbracelet/crush/blob/main/internal/skills/builtin/crush-config/SKILL.md',
      files: { '.crushrc': 'permissions allow bash\npermissions deny mcp_db_drop\n' },
      tries: { 'terraform destroy': 'runs', 'mcp:db:drop': 'blocks', 'write:a.ts': 'asks' },
    },
    {
      title: 'a script of the user',
      source:
        'https://github.com/charmbracelet/crush/blob/main/internal/skills/builtin/crush-config/SKILL.md',
      files: { '~/.config/crush/crushrc': 'permissions allow view bash\n' },
      tries: { 'terraform destroy': 'runs', 'write:a.ts': 'asks' },
    },
  ],
  collector,
);
