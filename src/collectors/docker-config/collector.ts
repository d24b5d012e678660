import type { Collector } from '../../model/plugin.ts';

/** What the Docker command line keeps: logins of registries, and contexts that lead to other machines. */
export const collector: Collector = {
  id: 'docker-config',
  emits: ['Credential'],
  files: [
    ...[
      '**/.docker/config.json',
      '**/.dockercfg',
      '**/.dockerconfigjson',
      '**/docker-config.json',
    ].map((glob) => ({
      glob,
      format: 'json',
      hints: ['"auth"', '"identitytoken"'],
      evenIfIgnored: true,
    })),
    { glob: '~/.docker/config.json', format: 'json', hints: ['"auth"', '"identitytoken"'] },
    { glob: '~/.config/containers/auth.json', format: 'json', hints: ['"auth"'] },
    { glob: '~/.docker/contexts/meta/*/meta.json', format: 'json', hints: ['"Host"'] },
    {
      glob: '**/.docker/contexts/meta/*/meta.json',
      format: 'json',
      hints: ['"Host"'],
      evenIfIgnored: true,
    },
  ],
  load: () => import('./collect.ts'),
};
