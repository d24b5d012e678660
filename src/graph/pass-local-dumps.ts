import type { Backup, DataStore, Relation } from '../model/fact.ts';
import type { LinkIndex } from './link-index.ts';
import { directoryOf } from './pass-directories.ts';

/**
 * A dump that names no server copies the one on the machine it runs on. Where the tree knows of one data directory of that engine and no more, this is
 * most likely what it copies. Low confidence: it is a guess that only ever makes a loss look smaller.
 */
export function backUpLocalServers(index: LinkIndex): readonly Relation[] {
  const servers = index.all('DataStore').filter((store) => directoryOf(store) !== undefined);
  if (servers.length === 0) return [];
  return index.all('Backup').flatMap((backup) => {
    const source = namelessSource(index, backup);
    if (source === undefined) return [];
    const alike = servers.filter(({ product }) => product === source.product);
    if (new Set(alike.map(directoryOf)).size !== 1) return [];
    return alike.map((store) => copy(backup, store));
  });
}

/** What a dump copies, where nothing but the dump tells of it. */
function namelessSource(index: LinkIndex, backup: Backup): DataStore | undefined {
  for (const edge of index.out(backup.key, 'backs-up')) {
    const store = index.entity(edge.to);
    if (store?.kind === 'DataStore' && store.implied && store.provider === null) return store;
  }
  return undefined;
}

function copy(backup: Backup, store: DataStore): Relation {
  return {
    kind: 'Relation',
    rel: 'backs-up',
    from: backup.key,
    to: store.key,
    actions: [],
    because: `${backup.name} names no server, and ${store.name} is the only one of its kind here`,
    at: backup.at,
    confidence: 'low',
  };
}
