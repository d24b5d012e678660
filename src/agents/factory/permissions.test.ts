import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const lists = 'https://docs.factory.ai/cli/configuration/settings';
const levels = 'https://docs.factory.ai/autonomy-and-safety/auto-run';
const settings = (value: object): Record<string, string> => ({
  '.factory/settings.json': JSON.stringify(value),
});

permissionTable('factory', collect, [
  {
    title: 'asks where nothing is set',
    source: levels,
    files: settings({ model: 'opus' }),
    tries: {
      'terraform apply': 'asks',
      'git status': 'runs',
      'mcp:supabase:execute_sql': 'asks',
      'read:.env': 'runs',
    },
  },
  {
    title: 'what is denied asks, and wins over what is allowed; what is blocked never runs',
    source: lists,
    files: settings({
      commandAllowlist: ['ls', 'git', 'terraform', 'npm run *'],
      commandDenylist: ['git push', 'terraform apply'],
      commandBlocklist: ['terraform destroy', 'railway'],
    }),
    tries: {
      'git log': 'runs',
      'git push --force': 'asks',
      'terraform apply -auto-approve': 'asks',
      'terraform destroy -auto-approve': 'blocks',
      'railway down': 'blocks',
      'npm run db:reset': 'runs',
      'ls && terraform destroy': 'blocks',
      'lsof -i': 'asks',
    },
  },
  {
    title: 'high runs everything that no list names',
    source: levels,
    files: settings({
      sessionDefaultSettings: { autonomyLevel: 'high' },
      commandDenylist: ['psql'],
    }),
    tries: { 'docker compose up': 'runs', 'psql prod': 'asks', 'mcp:a:b': 'runs' },
  },
  {
    title: 'older names of the levels',
    source: lists,
    files: settings({ autonomyMode: 'auto-low' }),
    tries: { 'terraform apply': 'asks' },
  },
  {
    title: 'at medium the model rates the command',
    source: levels,
    files: settings({ sessionDefaultSettings: { autonomyLevel: 'medium' } }),
    tries: { 'terraform apply': 'unknown' },
  },
  {
    title: 'a ceiling holds',
    source: 'https://docs.factory.ai/enterprise/hierarchical-settings-and-org-control',
    files: settings({
      sessionDefaultSettings: { autonomyLevel: 'high' },
      maxAutonomyLevel: 'low',
    }),
    tries: { 'terraform apply': 'asks' },
  },
  {
    title: 'lists of all levels count, and the folder decides over the user',
    source: 'https://docs.factory.ai/enterprise/hierarchical-settings-and-org-control',
    files: {
      ...settings({ sessionDefaultSettings: { autonomyLevel: 'off' } }),
      '.factory/settings.local.json': JSON.stringify({ commandAllowlist: ['psql'] }),
      '~/.factory/settings.json': JSON.stringify({
        sessionDefaultSettings: { autonomyLevel: 'high' },
        commandBlocklist: ['dropdb'],
      }),
    },
    tries: { 'psql prod': 'runs', 'dropdb prod': 'blocks', 'make reset': 'asks' },
  },
]);
