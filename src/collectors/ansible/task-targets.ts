import type { DataStore, DestructiveCommand, Fact, Relation } from '../../model/fact.ts';
import type { HostGroup } from './inventory.ts';
import type { Task } from './plays.ts';
import { hostsOf, type Project } from './project.ts';
import { directoryStores } from './store-facts.ts';

/**
 * What a task destroys on the hosts of its play: where the inventory says that their servers keep their data in the folder it removes, or that they run the
 * engine whose tool it calls. A play elsewhere leaves them alone, though their folders are called the same.
 */
export function onHosts(
  facts: readonly Fact[],
  task: Task,
  project: Project,
  program: string,
): readonly Fact[] {
  const stores = directoryStores(project).filter(({ group }) => isReached(group, task, project));
  return facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind !== 'DestructiveCommand') {
      return isReplaced(
        fact,
        stores.map(({ store }) => store),
      )
        ? []
        : [fact];
    }
    const { names: _, ...command } = fact;
    const own = fact.via === 'files' ? command : fact;
    const lost = stores.filter(({ store }) => takes(fact, store, program));
    return [own, ...lost.map(({ store, group }) => loss(own, store, group))];
  });
}

/** Made up for a folder of which the inventory tells more; and what leads to it. */
function isReplaced(fact: Fact, stores: readonly DataStore[]): boolean {
  const isSame = (path: string) => stores.some(({ calledBy }) => calledBy?.includes(path));
  if (fact.kind === 'DataStore') return fact.calledBy?.some(isSame) === true;
  if (fact.kind !== 'Relation' || fact.rel !== 'destroys') return false;
  const path = /#data\/(\/.*)$/.exec(fact.to)?.[1];
  return path !== undefined && isSame(path);
}

function takes(command: DestructiveCommand, store: DataStore, program: string): boolean {
  if (command.via === 'files') {
    return command.names?.some((name) => store.calledBy?.includes(name)) === true;
  }
  if (command.via !== 'sql') return false;
  const engine = /^\s*(?:psql|dropdb)\b/.test(program) ? 'postgres' : 'mysql';
  return store.product === engine && /^\s*(?:psql|dropdb|mysql)\b(?!.*\s-h\s)/.test(program);
}

/** Some host of the play's pattern is a host of the group; a pattern that is computed may be any. */
function isReached(group: HostGroup, task: Task, { groups, playsOfTask }: Project): boolean {
  const own = new Set([group.name, ...hostsOf(group.name, groups)]);
  return playsOfTask(task).some(({ hosts }) => {
    if (hosts === 'all' || hosts === '' || hosts.includes('{{')) return true;
    const names = hosts.split(/[:,]/).filter((name) => !/^[!&]/.test(name));
    return names.some((name) => [name, ...hostsOf(name, groups)].some((one) => own.has(one)));
  });
}

function loss(command: DestructiveCommand, store: DataStore, group: HostGroup): Relation {
  return {
    kind: 'Relation',
    rel: 'destroys',
    from: command.key,
    to: store.key,
    actions: ['delete'],
    because: `${command.verb} runs on the hosts of "${group.name}", whose server keeps its data there`,
    at: command.at,
    confidence: 'medium',
  };
}
