import { commandsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://duplicity.gitlab.io/stable/duplicity.1.html',
  checkedOn: '2026-11-21',
};

/** Duplicity: removing backups, which it only lists unless forced. */
export const pack = definePack({
  id: 'duplicity',
  title: 'Duplicity',
  commands: ['remove-all-but-n-full', 'remove-older-than', 'remove-all-inc-of-but-n-full'].map(
    (verb) =>
      commandsOf('duplicity', claim)(verb, 'backup', {
        onlyWith: ['--force'],
        keeps: [verb],
        harmlessWith: ['--dry-run'],
        safeVariant: 'duplicity collection-status',
      }),
  ),
});
