import type { Backup, Credential, DataStore, Entity, Relation } from '../model/fact.ts';
import type { Hop } from '../model/graph.ts';
import { known } from '../model/value.ts';
import { accountsOf } from './accounts-of.ts';
import type { LinkIndex } from './link-index.ts';
import { isLocked } from './locked-copy.ts';

/** A copy that is lost on a path, and to what. */
export interface Loss {
  readonly from: Entity;
  readonly edge: Relation;
  readonly backup: Backup;
}

/**
 * Copies that outlive their store and that whoever holds the path's credential can delete as well: they lie in the same account, the credential is
 * known to span that account and to delete, and nothing locks them.
 */
export function copiesInReach(
  index: LinkIndex,
  hops: readonly Hop[],
  store: DataStore,
  survivors: readonly Backup[],
): readonly Loss[] {
  if (survivors.length === 0) return [];
  const credential = hops
    .map((hop) => hop.to)
    .find((entity): entity is Credential => entity.kind === 'Credential' && spans(entity, store));
  if (credential === undefined) return [];
  const accounts = new Set(accountsOf(index, store.key));
  return survivors
    .filter((backup) => !isLocked(index, backup))
    .filter((backup) => accountsOf(index, backup.key).some((account) => accounts.has(account)))
    .map((backup) => ({ from: store, backup, edge: lost(credential, store, backup) }));
}

/** The account is all its, and it may delete there. What nobody knows of it proves nothing. */
function spans(credential: Credential, store: DataStore): boolean {
  const scope = known(credential.scope);
  const actions = known(credential.actions) ?? [];
  return (
    credential.provider === store.provider &&
    credential.plane === 'control' &&
    (scope === 'account' || scope === 'organization') &&
    actions.some((action) => action === 'delete' || action === 'admin')
  );
}

function lost(credential: Credential, store: DataStore, backup: Backup): Relation {
  return {
    kind: 'Relation',
    rel: 'loses',
    from: store.key,
    to: backup.key,
    actions: ['delete'],
    because: `"${credential.name}" deletes it in the same account`,
    at: backup.at,
    confidence: credential.confidence,
  };
}
