import type { Backup } from '../model/fact.ts';
import type { LinkIndex } from './link-index.ts';

/** Something keeps a copy from being deleted, whoever asks: what one tool alone honours holds nobody else back. */
export function isLocked(index: LinkIndex, backup: Backup): boolean {
  return index.out(backup.key, 'guarded-by').some(({ to }) => {
    const guard = index.entity(to);
    return guard?.kind === 'Guard' && guard.strength === 'blocks' && guard.honouredBy === undefined;
  });
}
