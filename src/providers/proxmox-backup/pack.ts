import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://pbs.proxmox.com/docs/command-syntax.html',
  checkedOn: '2026-11-21',
};

const command = commandsOf('proxmox-backup-client', claim, {
  targets: ['PBS_REPOSITORY'],
  harmlessWith: ['--dry-run'],
});

/** Proxmox Backup: forgetting snapshots, and the password of its client. */
export const pack = definePack({
  id: 'proxmox-backup',
  title: 'Proxmox Backup',
  commands: [
    command('snapshot forget', 'backup', { safeVariant: 'proxmox-backup-client snapshot list' }),
    command('prune', 'backup', { safeVariant: 'proxmox-backup-client prune --dry-run' }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://pbs.proxmox.com/docs/backup-client.html' })({
      id: 'password',
      title: 'Proxmox Backup password or token secret',
      env: ['PBS_PASSWORD'],
      scope: null,
      actions: null,
      plane: 'backup',
      narrower: 'Use an API token with the DatastoreBackup role, which cannot prune',
    }),
  ],
});
