import { at, type DataDocument, type Document, type MapNode } from '../../model/document.ts';
import type { Unit } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { groupsIn, type HostGroup } from './inventory.ts';
import { type Play, playsOf, type Task } from './plays.ts';
import { rootOf } from './root.ts';

/** The files of one project, read once. */
export interface Project {
  readonly root: string;
  /** Groups of every inventory and file of variables; one group may be there several times. */
  readonly groups: readonly HostGroup[];
  readonly plays: readonly Play[];
  readonly documents: readonly DataDocument[];
  /** What a variable stands for in a task, where everything that sets it agrees. */
  readonly meaning: (task: Task, name: string) => string | undefined;
  /** The same for a file of a role. */
  readonly meaningIn: (role: string | null, name: string) => string | undefined;
  /** Playbooks that run a task. */
  readonly playsOfTask: (task: Task) => readonly Play[];
}

/** A pair of one line at the left margin. */
const plainPair = /^([A-Za-z_]\w{0,100}):[ \t]+(['"]?)([^'"\n#]{1,300}?)\2[ \t]*$/gm;

/** Reads inventories, variables and plays. */
export function projectOf(unit: Unit): Project {
  const documents = unit.documents.filter((document) => document.shape === 'data');
  const groups = unit.documents.flatMap(groupsIn);
  const plays = documents.flatMap(playsOf);
  const shared = valuesByName(groups);
  const ofRoles = roleValues(unit.documents);
  const inRole = (role: string | null, name: string): string | undefined =>
    shared.get(name) ?? ofRoles.get(`${role}/${name}`);
  const literal = (task: Task, name: string): string | undefined =>
    playValue(task.play?.node, name) ?? inRole(task.role, name);
  return {
    root: rootOf(unit.id),
    groups,
    plays,
    documents,
    meaning: (task, name) => resolved(name, (one) => literal(task, one), 0),
    meaningIn: (role, name) => resolved(name, (one) => inRole(role, one), 0),
    playsOfTask: (task) => {
      if (task.play !== null) return [task.play];
      const { role } = task;
      const file = baseName(task.document.file);
      return plays.filter((play) =>
        role === null ? play.taskFiles.includes(file) : play.roles.includes(role),
      );
    },
  };
}

/** A variable in whose value there may be others; what then still is computed is no answer. */
function resolved(
  name: string,
  literal: (name: string) => string | undefined,
  depth: number,
): string | undefined {
  const text = literal(name);
  if (text === undefined || depth > 5) return undefined;
  let isWhole = true;
  const whole = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, inner: string) => {
    const value = resolved(inner, literal, depth + 1);
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole && !whole.includes('{{') && whole.length < 1000 ? whole : undefined;
}

/** Variables of groups and hosts that have the same value wherever they are set. */
function valuesByName(groups: readonly HostGroup[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { name, value } of groups.flatMap((group) => group.variables)) {
    const text = value.type === 'scalar' && typeof value.value !== 'object' ? value.text : null;
    const known = found.get(name);
    found.set(name, known === undefined || known === text ? text : null);
  }
  return new Map([...found].flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
}

function playValue(play: MapNode | undefined, name: string): string | undefined {
  const value = at(play, 'vars', name);
  return value?.type === 'scalar' ? value.text : undefined;
}

/** Plain defaults and variables of roles, as `role/name`; `vars` win over `defaults`. */
function roleValues(documents: readonly Document[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of ['defaults', 'vars']) {
    for (const { file, text } of documents) {
      const owner = /(?:^|\/)roles\/([^/]+)\/(defaults|vars)\/main\.ya?ml$/.exec(file);
      if (owner === null || owner[2] !== part) continue;
      for (const [, name, , value] of text.matchAll(plainPair)) {
        found.set(`${owner[1]}/${name}`, value ?? '');
      }
    }
  }
  return found;
}

/** The hosts of a group and of the groups below it, in order. */
export function hostsOf(name: string, groups: readonly HostGroup[]): readonly string[] {
  const hosts = new Set<string>();
  const seen = new Set<string>();
  const visit = (one: string): void => {
    if (seen.has(one) || seen.size > 500) return;
    seen.add(one);
    for (const group of groups) {
      if (group.name !== one) continue;
      for (const host of group.hosts) hosts.add(host);
      for (const child of group.children) visit(child);
    }
  };
  visit(name);
  return [...hosts];
}
