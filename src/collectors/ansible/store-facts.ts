import type { DataStore, Environment, Fact, Relation } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { connectionPartFacts } from '../../recognize/credential/connection-parts.ts';
import { connectionsInVariables } from '../../recognize/credential/connection-variables.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { directoryStore, serverDirectory } from '../../recognize/shell/data-directories.ts';
import type { HostGroup, HostVariable } from './inventory.ts';
import { hostsOf, type Project } from './project.ts';

const collector = 'ansible';
const maxVariables = 5000;

/** What the variables of groups and hosts say: where servers keep their files, and which databases and credentials the hosts are given. */
export function groupFacts(project: Project, knowledge: Knowledge): readonly Fact[] {
  const stores = directoryStores(project);
  return project.groups.flatMap((group) => {
    const environment = environmentOf(group);
    const variables = group.variables.slice(0, maxVariables);
    const facts = [
      ...stores
        .filter((one) => one.group === group)
        .flatMap((one) => directoryFacts(one, environment)),
      ...connectionFacts(variables, environment, knowledge),
    ];
    return facts.length === 0 || environment === null ? facts : [environment, ...facts];
  });
}

/** The stage that a group, or the file that its variables stand in, is called after. */
function environmentOf(group: HostGroup): Environment | null {
  const environment = partEnvironment({
    file: group.at.file,
    what: 'group',
    name: group.name,
    at: group.at,
    collector,
  });
  return environment.tier === 'unknown' ? null : environment;
}

/** The store of a group whose server keeps its data in a folder that a variable names. */
interface DirectoryStore {
  readonly store: DataStore;
  readonly group: HostGroup;
  readonly variable: string;
}

/** Every data directory that the inventory and its variables tell of. */
export function directoryStores(project: Project): readonly DirectoryStore[] {
  return project.groups.flatMap((group) =>
    group.variables.slice(0, maxVariables).flatMap((variable) => {
      const store = storeOfHosts(variable, group, project);
      return store === null ? [] : [{ store, group, variable: variable.name }];
    }),
  );
}

/** A folder in which a database server of these hosts keeps its files. */
function storeOfHosts(
  { name, keyAt, value }: HostVariable,
  group: HostGroup,
  { root, groups }: Project,
): DataStore | null {
  if (value.type !== 'scalar' || !/data|dir|path|volume|mount/i.test(name)) return null;
  const directory = serverDirectory(value.text);
  if (directory === null) return null;
  const at = { ...keyAt, end: Math.max(keyAt.end, value.at.end) };
  const key = entityKey(`ansible:${root}#${group.name}${directory.path}`);
  return directoryStore(key, directory, ` on ${hostsShown(group, groups)}`, at, collector);
}

function directoryFacts(
  { store, group, variable }: DirectoryStore,
  environment: Environment | null,
): readonly Fact[] {
  if (environment === null) return [store];
  const mounts: Relation = {
    kind: 'Relation',
    rel: 'mounts',
    from: environment.key,
    to: store.key,
    actions: [],
    because: `${variable} of group "${group.name}" says where its server keeps its data`,
    at: store.at,
    confidence: 'medium',
  };
  return [store, mounts];
}

function hostsShown(group: HostGroup, groups: readonly HostGroup[]): string {
  const hosts = hostsOf(group.name, groups);
  const [first, second, ...others] = hosts;
  if (first === undefined || others.length > 0) return `the hosts of "${group.name}"`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** Addresses, logins and tokens, in one variable or in parts. What stands for no stage belongs to no environment. */
function connectionFacts(
  variables: readonly HostVariable[],
  environment: Environment | null,
  knowledge: Knowledge,
): readonly Fact[] {
  const [first] = variables;
  if (first === undefined) return [];
  const owner = { document: first.document, environment: environment?.key ?? null, collector };
  return [
    ...variables.flatMap(({ name, keyAt, value, document }) =>
      value.type === 'scalar'
        ? factsOfVariable({ ...owner, document, name, keyAt, value, comment: null }, knowledge)
        : [],
    ),
    ...connectionsInVariables(variables).flatMap((parts) =>
      connectionPartFacts(parts, owner, knowledge),
    ),
  ].filter(({ kind }) => kind !== 'Binding');
}
