import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://rclone.org/commands/', checkedOn: '2026-11-21' };

const command = commandsOf('rclone', claim, {
  // With a backup folder, what would be deleted is moved there. With a least age it takes what is too old, as the pruning of backups does.
  harmlessWith: ['--dry-run|-n', '--interactive|-i', '--backup-dir', '--min-age'],
  targets: ['RCLONE_CONFIG'],
});

/** rclone: deleting and mirroring deletions in any store it is configured for. */
export const pack = definePack({
  id: 'rclone',
  title: 'rclone',
  commands: [
    command('purge', 'bucket', { safeVariant: 'rclone purge --dry-run' }),
    command('delete', 'bucket', { safeVariant: 'rclone delete --dry-run' }),
    command('cleanup', 'bucket', { safeVariant: 'rclone cleanup --dry-run' }),
    command('sync', 'bucket', { safeVariant: 'rclone sync --dry-run' }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://rclone.org/docs/#configuration-encryption' })({
      id: 'config-password',
      title: 'password of the rclone configuration',
      env: ['RCLONE_CONFIG_PASS'],
      scope: null,
      actions: ['read'],
      plane: 'backup',
      expires: 'never',
      narrower: 'Configure a remote whose key cannot delete',
    }),
  ],
  collectors: [toolingCollector('rclone', 'rclone', { files: [{ glob: '**/rclone.conf' }] })],
});
