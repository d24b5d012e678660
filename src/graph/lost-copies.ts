import type { Backup, DataStore, EntityKey, Relation } from '../model/fact.ts';
import type { Actor, Hop } from '../model/graph.ts';
import { known } from '../model/value.ts';
import { copiesInReach, type Loss } from './copies-in-reach.ts';
import type { LinkIndex } from './link-index.ts';
import { isLocked } from './locked-copy.ts';
import { backupsOf } from './pass-loses.ts';
import { isOf } from './pass-stacks.ts';

/** The copies of a store at the end of a path: all that count, those that are lost, and those that are left. */
export interface Copies {
  readonly own: readonly Backup[];
  readonly lost: readonly Loss[];
  readonly survivors: readonly Backup[];
}

/**
 * Copies go with their store, with the stack that a command tears down, or because a credential on the way deletes them as well: by the policies of
 * whose key it is, or because it spans the account they lie in. Automation does what it is written for, and leaves the latter.
 */
export function copiesOf(
  index: LinkIndex,
  actor: Actor,
  store: DataStore,
  hops: readonly Hop[],
): Copies {
  const along = goneWith(index, store);
  const torn = tornDown(index, store, hops).filter(({ backup }) => !keysOf(along).has(backup.key));
  const gone = [...along, ...torn];
  const isGone = keysOf(gone);
  const own = backupsOf(index, store.key).filter(
    (backup) => isGone.has(backup.key) || isCounted(backup),
  );
  if (actor.kind === 'Pipeline') return copies(own, gone);
  const deleted = deletedByPolicy(index, hops, copies(own, gone).survivors);
  const rest = copies(own, [...gone, ...deleted]).survivors;
  return copies(own, [...gone, ...deleted, ...copiesInReach(index, hops, store, rest)]);
}

function copies(own: readonly Backup[], lost: readonly Loss[]): Copies {
  const keys = keysOf(lost);
  return { own, lost, survivors: own.filter(({ key }) => !keys.has(key)) };
}

function keysOf(losses: readonly Loss[]): ReadonlySet<EntityKey> {
  return new Set(losses.map(({ backup }) => backup.key));
}

/** A copy that a platform makes on its own outlives its store only where the platform says so. */
function isCounted({ implied, survivesSourceDeletion }: Backup): boolean {
  return !implied || known(survivesSourceDeletion) === true;
}

function goneWith(index: LinkIndex, store: DataStore): readonly Loss[] {
  const seen = new Set<EntityKey>();
  return index.out(store.key, 'loses').flatMap((edge) => {
    const backup = index.entity(edge.to);
    if (backup?.kind !== 'Backup' || seen.has(backup.key)) return [];
    seen.add(backup.key);
    return [{ from: store, edge, backup }];
  });
}

/** What a command that tears a whole stack down takes away besides the store: copies that the same stack declares. */
function tornDown(index: LinkIndex, store: DataStore, hops: readonly Hop[]): readonly Loss[] {
  const command = hops.at(-1)?.from;
  if (command?.kind !== 'DestructiveCommand' || command.destroys !== 'environment') return [];
  const stacks = index.out(store.key, 'placed-in').flatMap(({ to }) => {
    const stack = index.entity(to);
    return stack?.kind === 'InfraStack' && isOf(command, stack.tool) ? [stack] : [];
  });
  return backupsOf(index, store.key).flatMap((backup) => {
    const around = index.out(backup.key, 'placed-in').map(({ to }) => to);
    const stack = stacks.find(({ key }) => around.includes(key));
    if (stack === undefined || isLocked(index, backup)) return [];
    const because = `${command.verb} takes it away with ${stack.name}`;
    const edge: Relation = {
      kind: 'Relation',
      rel: 'loses',
      from: store.key,
      to: backup.key,
      actions: ['delete'],
      because,
      at: backup.at,
      confidence: backup.confidence,
    };
    return [{ from: store, edge, backup }];
  });
}

function deletedByPolicy(
  index: LinkIndex,
  hops: readonly Hop[],
  left: readonly Backup[],
): readonly Loss[] {
  return left.flatMap((backup) => {
    for (const { to: from } of hops) {
      if (from.kind !== 'Credential') continue;
      const edge = index.out(from.key, 'authorizes').find(({ to }) => to === backup.key);
      if (edge !== undefined) return [{ from, edge, backup }];
    }
    return [];
  });
}
