import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://kopia.io/docs/reference/command-line/common/snapshot-delete/',
  checkedOn: '2026-11-21',
};

/** Kopia: deleting snapshots, which wants to be confirmed by a flag. */
export const pack = definePack({
  id: 'kopia',
  title: 'Kopia',
  commands: [
    commandsOf('kopia', claim)('snapshot|snap delete|remove|rm', 'backup', {
      onlyWith: ['--delete'],
      safeVariant: 'kopia snapshot list',
    }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://kopia.io/docs/reference/command-line/' })({
      id: 'repository-password',
      title: 'Kopia repository password',
      env: ['KOPIA_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete'],
      plane: 'backup',
      expires: 'never',
      narrower: 'Store the repository with a key that cannot delete',
    }),
  ],
});
