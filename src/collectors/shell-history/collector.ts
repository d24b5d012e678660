import type { Collector } from '../../model/plugin.ts';

const names = [
  'bash_history',
  'zsh_history',
  'sh_history',
  'history',
  'psql_history',
  'mysql_history',
  'rediscli_history',
  'dbshell',
];

/** What people typed: command lines with credentials in them, which shells and database clients write down. */
export const collector: Collector = {
  id: 'shell-history',
  emits: ['Credential', 'DataStore', 'Environment', 'FailureDomain', 'Relation', 'Weakness'],
  files: [
    ...names.map((name) => ({ glob: `**/.${name}`, format: 'text', evenIfIgnored: true })),
    { glob: '**/fish_history', format: 'text', evenIfIgnored: true },
    ...names.map((name) => ({ glob: `~/.${name}`, format: 'text' })),
    { glob: '~/.local/share/fish/fish_history', format: 'text' },
    { glob: '~/.python_history', format: 'text' },
    { glob: '~/.node_repl_history', format: 'text' },
  ],
  load: () => import('./collect.ts'),
};
