import type { DataStore, Entity, Guard } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { known } from '../model/value.ts';
import type { LinkIndex } from './link-index.ts';

/**
 * What a vendor puts before the deletion of a store, on the last hop of a path. Its own switch stops one call and not two: whoever may delete may as a
 * rule switch it off first, so that it asks. A lock that nobody can lift blocks. None of it binds who deletes from inside (a table, rows), and what
 * only one tool honours binds that tool alone, whose commands never come this far.
 */
export function guardsOfStore(index: LinkIndex, from: Entity, store: DataStore): readonly Guard[] {
  if (!actsOnVendor(from, store)) return [];
  const declared = index
    .out(store.key, 'guarded-by')
    .map((edge) => index.entity(edge.to))
    .filter((guard): guard is Guard => guard?.kind === 'Guard' && guard.honouredBy === undefined);
  return [...switchOf(store), ...declared];
}

/** It deletes the store as a whole, through its vendor. An infrastructure tool has its own ways, which are seen to where it is joined with its stores. */
function actsOnVendor(from: Entity, store: DataStore): boolean {
  switch (from.kind) {
    case 'DestructiveCommand':
      return from.provider === store.provider && (from.via === 'shell' || from.via === 'api');
    case 'Credential':
      return from.provider === store.provider && from.plane === 'control';
    default:
      return false;
  }
}

/** A switch that somebody turned on. That a bucket is not deleted while it is full holds nobody back who empties it. */
function switchOf(store: DataStore): readonly Guard[] {
  const { deletionProtection, holds, key, name, confidence } = store;
  if (holds === 'bucket') return [];
  if (deletionProtection.state !== 'set' || known(deletionProtection) !== true) return [];
  return [
    {
      kind: 'Guard',
      key: entityKey(`${key}-deletion-protection`),
      aliases: [],
      name: `deletion protection of ${name}`,
      at: deletionProtection.at,
      collector: 'graph',
      implied: true,
      confidence,
      strength: 'asks',
    },
  ];
}
