import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://docs.devin.ai/cli/reference/permissions';
const config = (permissions: object): Readonly<Record<string, string>> => ({
  '.devin/config.json': JSON.stringify({ permissions }),
});

permissionTable('devin', collect, [
  {
    title: 'prefixes end at a word',
    source,
    files: config({
      allow: ['Exec(git)', 'Exec(npm run)', 'Exec(ls *)', 'Exec(node scripts/*.js)'],
    }),
    tries: {
      'git push --force': 'runs',
      gitk: 'asks',
      'npm run build': 'runs',
      'npm install': 'asks',
      'ls -la': 'runs',
      'node scripts/seed.js': 'runs',
      'git status && curl https://x.test': 'asks',
    },
  },
  {
    title: 'deny goes before ask, ask before allow',
    source,
    files: config({
      allow: ['Exec(*)', 'Read(**)', 'Fetch(*)'],
      ask: ['Exec(git push)', 'Fetch(api.acme.test)'],
      deny: ['Exec(git push --force)', 'Read(**/*.pem)', 'Fetch(domain:evil.test)'],
    }),
    tries: {
      'terraform destroy': 'runs',
      'git push origin': 'asks',
      'git push --force': 'blocks',
      'read:certs/a.pem': 'blocks',
      'read:src/a.ts': 'runs',
      'net:evil.test': 'blocks',
      'net:api.acme.test': 'asks',
    },
  },
  {
    title: 'tools of servers, and writing',
    source,
    files: config({
      allow: ['mcp__docs', 'mcp__db__list_tables', 'Write(src/**)'],
      deny: ['mcp__db__drop_table'],
    }),
    tries: {
      'mcp:docs:search': 'runs',
      'mcp:db:list_tables': 'runs',
      'mcp:db:drop_table': 'blocks',
      'mcp:db:execute_sql': 'asks',
      'write:src/a.ts': 'runs',
      'write:infra/a.tf': 'asks',
    },
  },
  {
    title: 'names alone stand for everything',
    source,
    files: config({ allow: ['exec', 'Fetch'], deny: ['Write'] }),
    tries: { 'terraform destroy': 'runs', 'net:evil.test': 'runs', 'write:src/a.ts': 'blocks' },
  },
  {
    title: 'files of all places are merged',
    source,
    files: {
      ...config({ allow: ['Exec(npm)'] }),
      '.devin/config.local.json': '{ "permissions": { "allow": ["Exec(make)"] } } // mine',
      '~/.config/devin/config.json': '{"permissions":{"deny":["Exec(npm publish)"]}}',
    },
    tries: { 'npm test': 'runs', 'make all': 'runs', 'npm publish': 'blocks' },
  },
]);
