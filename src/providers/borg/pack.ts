import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://borgbackup.readthedocs.io/en/stable/usage/delete.html',
  checkedOn: '2026-11-21',
};

const command = commandsOf('borg', claim, {
  targets: ['BORG_REPO'],
  harmlessWith: ['--dry-run|-n'],
});

/** Borg: deleting and pruning backups, the variable that answers its question, and the passphrase. */
export const pack = definePack({
  id: 'borg',
  title: 'Borg',
  commands: [
    // For a whole repository it asks; a single archive goes at once. The words do not always tell which it is.
    command('delete|repo-delete', 'backup', {
      asks: 'unless-flag',
      safeVariant: 'borg delete --dry-run --list',
    }),
    command('prune', 'backup', {
      keeps: ['--keep-'],
      safeVariant: 'borg prune --dry-run --list',
      source: 'https://borgbackup.readthedocs.io/en/stable/usage/prune.html',
    }),
  ],
  consents: [
    {
      env: 'BORG_DELETE_I_KNOW_WHAT_I_AM_DOING',
      value: 'YES',
      silences: 'borg delete of a whole repository',
      ...claim,
      source:
        'https://borgbackup.readthedocs.io/en/stable/usage/general.html#environment-variables',
    },
  ],
  credentials: [
    credentialsOf({
      ...claim,
      source:
        'https://borgbackup.readthedocs.io/en/stable/usage/general.html#environment-variables',
    })({
      id: 'passphrase',
      title: 'Borg repository passphrase',
      env: ['BORG_PASSPHRASE', 'BORG_NEW_PASSPHRASE'],
      scope: 'resource',
      actions: ['read', 'write', 'delete'],
      plane: 'backup',
      expires: 'never',
      narrower: 'Serve the repository with borg serve --append-only',
    }),
  ],
  collectors: [
    toolingCollector('borg', 'Borg', {
      files: [
        { glob: '**/.borgmatic.yaml' },
        { glob: '**/borgmatic.yaml' },
        { glob: '**/borgmatic/config.yaml' },
      ],
    }),
  ],
});
