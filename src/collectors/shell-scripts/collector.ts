import type { Collector } from '../../model/plugin.ts';
import { programKinds } from '../../recognize/shell/program-kinds.ts';

/** Shell scripts: where dumps go, what they destroy and with which credential, and whether they ask first. */
export const collector: Collector = {
  id: 'shell-scripts',
  emits: ['Binding', ...programKinds],
  files: ['*.sh', '*.bash', '*.zsh', '.envrc'].map((name) => ({
    glob: `**/${name}`,
    format: 'shell',
    // direnv files hold secrets of one machine; they are ignored by git and read by agents.
    ...(name === '.envrc' ? { evenIfIgnored: true } : {}),
  })),
  load: () => import('./collect.ts'),
};
