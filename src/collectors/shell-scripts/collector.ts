import type { Collector } from '../../model/plugin.ts';

/** Shell scripts: where dumps go, what they destroy and with which credential, and whether they ask first. */
export const collector: Collector = {
  id: 'shell-scripts',
  emits: [
    'Backup',
    'Binding',
    'Credential',
    'DataStore',
    'DestructiveCommand',
    'Environment',
    'FailureDomain',
    'Guard',
    'Weakness',
    'Relation',
  ],
  files: ['*.sh', '*.bash', '*.zsh', '.envrc'].map((name) => ({
    glob: `**/${name}`,
    format: 'shell',
    // direnv files hold secrets of one machine; they are ignored by git and read by agents.
    ...(name === '.envrc' ? { evenIfIgnored: true } : {}),
  })),
  load: () => import('./collect.ts'),
};
