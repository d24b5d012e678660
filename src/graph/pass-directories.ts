import type { DataStore, DestructiveCommand, Relation } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import type { LinkIndex } from './link-index.ts';

/**
 * Joins what removes a folder with the servers that keep their data in it: a script empties `/srv/shop/postgresql/data`, and an inventory says that
 * these hosts have theirs there. Nothing says on which host the script will run, so confidence is at most medium.
 */
export function destroyByDirectory(index: LinkIndex): readonly Relation[] {
  const commands = index
    .all('DestructiveCommand')
    .filter((command) => command.via === 'files' && folderOf(command) !== undefined);
  if (commands.length === 0) return [];
  const stores = index.all('DataStore').filter((store) => isDeclared(index, store));
  return commands.flatMap((command) =>
    stores
      .filter((store) => directoryOf(store) === folderOf(command))
      .map((store) => removal(command, store)),
  );
}

/** The absolute folder in which a server keeps its data; absent: nothing names it. */
export function directoryOf({ calledBy }: DataStore): string | undefined {
  return calledBy?.find((name) => name.startsWith('/'));
}

function folderOf({ names }: DestructiveCommand): string | undefined {
  return names?.find((name) => name.startsWith('/'));
}

/** By something else than the command that takes it away. */
function isDeclared(index: LinkIndex, store: DataStore): boolean {
  return (
    directoryOf(store) !== undefined &&
    !index.into(store.key, 'destroys').some(({ from }) => {
      const command = index.entity(from);
      return command?.kind === 'DestructiveCommand' && command.via === 'files';
    })
  );
}

function removal(command: DestructiveCommand, store: DataStore): Relation {
  return {
    kind: 'Relation',
    rel: 'destroys',
    from: command.key,
    to: store.key,
    actions: ['delete'],
    because: `${command.verb} removes ${directoryOf(store)} on whichever host it runs, and ${store.at.file} says that a server keeps its data there`,
    at: command.at,
    confidence: weaker(weaker(command.confidence, store.confidence), 'medium'),
  };
}
