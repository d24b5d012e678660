import type { Collector } from '../../model/plugin.ts';

/** Settings of package managers that hold a login of their registry. */
export const collector: Collector = {
  id: 'package-registries',
  emits: ['Credential'],
  files: [
    {
      glob: '**/.npmrc',
      format: 'text',
      hints: ['_authToken', '_auth', '_password'],
      evenIfIgnored: true,
    },
    {
      glob: '**/.yarnrc.yml',
      format: 'yaml',
      hints: ['npmAuthToken', 'npmAuthIdent'],
      evenIfIgnored: true,
    },
    { glob: '**/.pypirc', format: 'text', hints: ['password'], evenIfIgnored: true },
    { glob: '~/.npmrc', format: 'text', hints: ['_auth', '_password'] },
    { glob: '~/.config/pnpm/{auth.ini,rc}', format: 'text', hints: ['_auth', '_password'] },
    { glob: '~/.yarnrc.yml', format: 'yaml', hints: ['npmAuth'] },
    { glob: '~/.pypirc', format: 'text', hints: ['password'] },
  ],
  load: () => import('./collect.ts'),
};
