import type { Collector } from '../../model/plugin.ts';

/** Logins that git, curl and command lines of vendors look up by host: netrc files and stores of git. */
export const collector: Collector = {
  id: 'saved-logins',
  emits: ['Credential'],
  files: [
    { glob: '**/{.netrc,_netrc}', format: 'text', evenIfIgnored: true },
    { glob: '**/.git-credentials', format: 'text', evenIfIgnored: true },
    { glob: '~/.netrc', format: 'text' },
    { glob: '~/_netrc', format: 'text' },
    { glob: '~/.git-credentials', format: 'text' },
    { glob: '~/.config/git/credentials', format: 'text' },
  ],
  load: () => import('./collect.ts'),
};
