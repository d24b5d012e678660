import type { Collector } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';

/**
 * Quadlets of Podman: the volumes and folders that databases of a machine write to, the stages that share one, and the copies that are kept there.
 * @see https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html (read 2026-11-22)
 */
export const collector: Collector = {
  id: 'quadlet',
  emits: ['Environment', 'Workload', 'DataStore', 'Backup', 'FailureDomain', 'Relation'],
  files: [
    { glob: '**/*.container', format: 'text', hints: ['[Container]'] },
    { glob: '**/*.volume', format: 'text', hints: ['[Volume]'] },
    { glob: '**/*.pod', format: 'text', hints: ['[Pod]'] },
    { glob: '**/*.timer', format: 'text', hints: ['[Timer]'] },
  ],
  group: sameFolder,
  load: () => import('./collect.ts'),
};
