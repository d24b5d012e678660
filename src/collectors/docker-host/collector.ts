import type { Collector } from '../../model/plugin.ts';
import { envFileGlobs } from '../../recognize/env-file-globs.ts';

const hints = ['DOCKER_HOST', 'CONTAINER_HOST'];

/** Variables that make every docker command of a shell or project work on another machine. */
export const collector: Collector = {
  id: 'docker-host',
  emits: ['Credential', 'Relation', 'Binding'],
  files: [
    ...envFileGlobs.map((glob) => ({
      glob,
      format: 'dotenv',
      hints,
      evenIfIgnored: true,
    })),
    { glob: '**/.envrc', format: 'shell', hints, evenIfIgnored: true },
    ...['**/*.sh', '**/*.bash', '**/*.zsh'].map((glob) => ({ glob, format: 'shell', hints })),
    ...['bashrc', 'bash_profile', 'zshrc', 'zshenv', 'zprofile', 'profile'].map((name) => ({
      glob: `~/.${name}`,
      format: 'shell',
      hints,
    })),
  ],
  load: () => import('./collect.ts'),
};
