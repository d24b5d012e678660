import { commandsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://git-scm.com/docs/git-push', checkedOn: '2026-11-21' };

const command = commandsOf('git', claim, {
  harmlessWith: ['--dry-run|-n'],
  safeVariant: 'git push --dry-run',
});

/** Git: pushes that overwrite or delete what a remote holds. What only touches the working copy is judged elsewhere. */
export const pack = definePack({
  id: 'git',
  title: 'Git',
  commands: [
    command('push', 'files', { onlyWith: ['--force|-f'] }),
    command('push', 'files', { onlyWith: ['--mirror'] }),
    command('push', 'files', { onlyWith: ['--delete|-d'] }),
    command('push', 'files', { onlyWith: ['--prune'] }),
  ],
});
