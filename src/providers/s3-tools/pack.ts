import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://s3tools.org/usage', checkedOn: '2026-11-21' };

const s3cmd = commandsOf('s3cmd', claim, {
  harmlessWith: ['--dry-run|-n'],
  targets: ['AWS_PROFILE'],
});
const s5cmd = commandsOf(
  's5cmd',
  { ...claim, source: 'https://github.com/peak/s5cmd' },
  { harmlessWith: ['--dry-run'], targets: ['AWS_PROFILE', 'S3_ENDPOINT_URL'] },
);

/** s3cmd and s5cmd, which delete in any S3 store, and keys of unnamed S3 stores. */
export const pack = definePack({
  id: 's3-tools',
  title: 'S3 tools',
  commands: [
    s3cmd('rb', 'bucket', { onlyWith: ['--recursive|-r|--force|-f'], safeVariant: 's3cmd ls' }),
    s3cmd('del|rm', 'bucket', {
      onlyWith: ['--recursive|-r'],
      safeVariant: 's3cmd del --recursive --dry-run',
    }),
    s3cmd('sync', 'bucket', {
      onlyWith: ['--delete-removed'],
      safeVariant: 's3cmd sync --dry-run',
    }),
    s5cmd('rm', 'bucket', { safeVariant: 's5cmd --dry-run rm' }),
    s5cmd('sync', 'bucket', { onlyWith: ['--delete'], safeVariant: 's5cmd --dry-run sync' }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://s3tools.org/s3cmd-howto' })({
      id: 'secret-key',
      title: 'secret key of an S3 store',
      env: ['S3_SECRET_KEY', 'S3_SECRET_ACCESS_KEY'],
      scope: null,
      actions: null,
      plane: 'data',
      narrower:
        'Use a key whose policy names one bucket and cannot delete, and turn on versioning or object lock',
    }),
  ],
});
