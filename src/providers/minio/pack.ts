import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://min.io/docs/minio/linux/reference/minio-mc.html',
  checkedOn: '2026-11-21',
};

const command = commandsOf('mc|mcli', claim, { harmlessWith: ['--dry-run', '--fake'] });
const credential = credentialsOf({
  ...claim,
  source: 'https://min.io/docs/minio/linux/administration/identity-access-management.html',
});

/** MinIO: its client `mc`, which empties and removes buckets of any S3 store, and keys of its server. */
export const pack = definePack({
  id: 'minio',
  title: 'MinIO',
  commands: [
    command('rb', 'bucket', { onlyWith: ['--force'], safeVariant: 'mc ls' }),
    command('rm', 'bucket', {
      onlyWith: ['--recursive|-r', '--force'],
      safeVariant: 'mc rm --recursive --dry-run',
    }),
    command('mirror', 'bucket', { onlyWith: ['--remove'], safeVariant: 'mc mirror --dry-run' }),
  ],
  credentials: [
    credential({
      id: 'root-password',
      title: 'password of the MinIO root user',
      env: ['MINIO_ROOT_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      expires: 'never',
      narrower:
        'Give the application an access key whose policy names one bucket and cannot delete',
    }),
    credential({
      id: 'secret-key',
      title: 'MinIO secret key',
      env: ['MINIO_SECRET_KEY', 'MINIO_SECRET_ACCESS_KEY'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      narrower: 'Use an access key whose policy names one bucket and cannot delete',
    }),
  ],
});
