import type { Backup, DataStore, EntityKey, Relation } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import { known } from '../model/value.ts';
import type { LinkIndex } from './link-index.ts';

/** Which backups go when a store goes: those kept on it, and those the platform deletes together with what they protect. */
export function loseBackups(index: LinkIndex): readonly Relation[] {
  const made: Relation[] = [];
  for (const store of index.all('DataStore')) {
    for (const edge of index.into(store.key, 'placed-in')) {
      const backup = index.entity(edge.from);
      if (backup?.kind !== 'Backup') continue;
      made.push(lost(store, backup, `${edge.because}, so it goes with ${store.name}`, edge));
    }
    for (const protectedKey of [store.key, ...hostedOn(index, store.key)]) {
      for (const edge of index.into(protectedKey, 'backs-up')) {
        const backup = index.entity(edge.from);
        if (backup?.kind !== 'Backup' || known(backup.survivesSourceDeletion) !== false) continue;
        made.push(lost(store, backup, 'the platform deletes it together with its source', edge));
      }
    }
  }
  return made;
}

/** Databases whose files lie on this store. */
export function hostedOn(index: LinkIndex, store: EntityKey): readonly EntityKey[] {
  return index
    .into(store, 'placed-in')
    .filter((edge) => index.entity(edge.from)?.kind === 'DataStore')
    .map((edge) => edge.from);
}

/** Every backup of a store or of the databases on it. */
export function backupsOf(index: LinkIndex, store: EntityKey): readonly Backup[] {
  const found = new Map<EntityKey, Backup>();
  for (const key of [store, ...hostedOn(index, store)]) {
    for (const edge of index.into(key, 'backs-up')) {
      const backup = index.entity(edge.from);
      if (backup?.kind === 'Backup') found.set(backup.key, backup);
    }
  }
  return [...found.values()];
}

function lost(store: DataStore, backup: Backup, because: string, edge: Relation): Relation {
  return {
    kind: 'Relation',
    rel: 'loses',
    from: store.key,
    to: backup.key,
    actions: ['delete'],
    because,
    at: edge.at,
    confidence: weaker(edge.confidence, backup.confidence),
  };
}
