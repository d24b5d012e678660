import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://restic.readthedocs.io/en/stable/060_forget.html',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf({
  ...claim,
  source: 'https://restic.readthedocs.io/en/stable/040_backup.html#environment-variables',
});

/** restic: forgetting snapshots and pruning their data, and the password without which nothing can be restored. */
export const pack = definePack({
  id: 'restic',
  title: 'restic',
  commands: [
    commandsOf('restic', claim, {
      targets: ['RESTIC_REPOSITORY', 'RESTIC_REPOSITORY_FILE'],
      harmlessWith: ['--dry-run|-n'],
    })('forget', 'backup', {
      onlyWith: ['--prune'],
      keeps: ['--keep-'],
      safeVariant: 'restic forget --dry-run',
    }),
  ],
  credentials: [
    credential({
      id: 'repository-password',
      title: 'restic repository password',
      env: ['RESTIC_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete'],
      plane: 'backup',
      expires: 'never',
      narrower:
        'Back up to a rest-server in append-only mode, or with a storage key that cannot delete',
    }),
    credential({
      id: 'rest-password',
      title: 'password of a restic REST server',
      env: ['RESTIC_REST_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'backup',
      narrower: 'Run the rest-server in append-only mode',
    }),
  ],
});
