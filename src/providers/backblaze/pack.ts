import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { refineKeyId } from './refine.ts';

const claim = {
  source: 'https://b2-command-line-tool.readthedocs.io/en/master/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('b2|b2v4', claim, { harmlessWith: ['--dry-run|--dryRun'] });

/** Backblaze B2: removing files with its command line, and application keys. Keys that may write may do everything. */
export const pack = definePack({
  id: 'backblaze',
  title: 'Backblaze B2',
  hosts: [
    {
      suffix: '.backblazeb2.com',
      environmentLocal: false,
      source: 'https://www.backblaze.com/docs/cloud-storage-call-the-s3-compatible-api',
      checkedOn: '2026-11-21',
    },
  ],
  commands: [
    command('rm', 'bucket', {
      onlyWith: ['--recursive|-r'],
      safeVariant: 'b2 rm --recursive --dry-run',
    }),
    command('sync', 'bucket', { onlyWith: ['--delete'], safeVariant: 'b2 sync --dry-run' }),
  ],
  credentials: [
    credentialsOf({
      ...claim,
      source: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
    })({
      id: 'application-key',
      title: 'Backblaze B2 application key',
      env: ['B2_APPLICATION_KEY', 'B2_ACCOUNT_KEY'],
      // Its capabilities and bucket stand with the vendor; the id beside it only tells the master key from others.
      scope: null,
      actions: null,
      plane: 'backup',
      expires: 'optional',
      narrower:
        'Use a key for one bucket with listFiles, readFiles and writeFiles only, and turn on object lock',
    }),
    credentialsOf({
      ...claim,
      source: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
    })({
      id: 'key-id',
      title: 'Backblaze B2 application key id',
      env: ['B2_APPLICATION_KEY_ID', 'B2_ACCOUNT_ID', 'B2_KEY_ID'],
      shape: /[0-9a-f]{12}|00[0-9][0-9a-f]{12}[0-9]{10}/,
      refine: refineKeyId,
      scope: null,
      actions: null,
      plane: 'backup',
      expires: 'optional',
      narrower:
        'Use a key for one bucket with listFiles, readFiles and writeFiles only, and turn on object lock',
    }),
  ],
});
