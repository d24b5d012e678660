import type { EntityKey } from '../model/fact.ts';
import type { LinkIndex } from './link-index.ts';

/** Accounts that an entity is placed in. */
export function accountsOf(index: LinkIndex, key: EntityKey): readonly EntityKey[] {
  return index.out(key, 'placed-in').flatMap(({ to }) => {
    const domain = index.entity(to);
    return domain?.kind === 'FailureDomain' && domain.level === 'account' ? [domain.key] : [];
  });
}
