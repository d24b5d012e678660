import { at, type DataDocument, type DataNode, entries, items } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { siblingTiers } from '../../recognize/platform/sibling-tiers.ts';
import { tierOf, tierOfBranch } from '../../recognize/tier.ts';

/** A service, database or disk of a blueprint. */
export interface Part {
  readonly name: string;
  readonly node: DataNode;
  readonly nameAt: SourceRange;
}

/** What may refer to each other by name: the flat lists of a blueprint, or one environment of one project. */
export interface Scope {
  /** Empty for the flat lists. */
  readonly id: string;
  /** The environment that all of it belongs to; `null` for the flat lists, where every service has a stage of its own. */
  readonly environment: Part | null;
  readonly services: readonly Part[];
  readonly databases: readonly Part[];
  /** Groups of variables by name; those of the root are seen everywhere. */
  readonly groups: ReadonlyMap<string, DataNode>;
}

/** Blueprints are written by hand; more than this is no blueprint. */
const most = 500;

/** The scopes of a blueprint. */
export function scopesOf(document: DataDocument): readonly Scope[] {
  const root = document.roots[0];
  const shared = groupsOf(root);
  const flat: Scope = { id: '', environment: null, ...partsIn(root), groups: shared };
  const scopes = [flat];
  for (const project of partsOf(at(root, 'projects'))) {
    for (const environment of partsOf(at(project.node, 'environments'))) {
      scopes.push({
        id: `${project.name}/${environment.name}/`,
        environment,
        ...partsIn(environment.node),
        groups: new Map([...shared, ...groupsOf(environment.node)]),
      });
    }
  }
  return scopes.slice(0, most);
}

function partsIn(node: DataNode | undefined) {
  return { services: partsOf(at(node, 'services')), databases: partsOf(at(node, 'databases')) };
}

function partsOf(list: DataNode | undefined): readonly Part[] {
  return items(list)
    .slice(0, most)
    .flatMap((node) => {
      const name = at(node, 'name');
      if (name?.type !== 'scalar' || name.text === '') return [];
      return [{ name: name.text, node, nameAt: name.at }];
    });
}

function groupsOf(node: DataNode | undefined): ReadonlyMap<string, DataNode> {
  return new Map(partsOf(at(node, 'envVarGroups')).map((group) => [group.name, group.node]));
}

/** The stage of each service of a scope: its environment's, else what its name, its siblings or its branch say. */
export function stagesOf(scope: Scope): (service: Part) => Tier {
  if (scope.environment !== null) {
    const tier = tierOf(scope.environment.name) ?? 'unknown';
    return () => tier;
  }
  const byName = siblingTiers(scope.services.map(({ name }) => name));
  return ({ name, node }) => {
    const branch = at(node, 'branch');
    const ofBranch = branch?.type === 'scalar' ? tierOfBranch(branch.text) : null;
    return byName.get(name) ?? ofBranch ?? 'unknown';
  };
}

/** One variable of a service: where its value comes from. */
export interface Wire {
  readonly variable: string;
  readonly keyAt: SourceRange;
  readonly value: DataNode | undefined;
  /** What previews are given instead, where they are. */
  readonly previewValue: DataNode | undefined;
  /** The database, or the service, whose address it holds. */
  readonly from: { readonly kind: 'database' | 'service'; readonly name: string } | null;
  /** What to show: the entry. */
  readonly at: SourceRange;
}

/** The variables of a service, those of its groups included. */
export function wiresOf(service: DataNode, groups: Scope['groups']): readonly Wire[] {
  return items(at(service, 'envVars'))
    .slice(0, most)
    .flatMap((item) => {
      const group = at(item, 'fromGroup');
      if (group?.type !== 'scalar') return wire(item);
      return items(at(groups.get(group.text), 'envVars'))
        .slice(0, most)
        .flatMap(wire);
    });
}

function wire(item: DataNode): readonly Wire[] {
  const key = at(item, 'key');
  if (key?.type !== 'scalar' || key.text === '') return [];
  const shared = {
    variable: key.text,
    keyAt: key.at,
    value: at(item, 'value'),
    previewValue: at(item, 'previewValue'),
  };
  for (const [field, kind] of [
    ['fromDatabase', 'database'],
    ['fromService', 'service'],
  ] as const) {
    const name = at(item, field, 'name');
    if (name?.type === 'scalar') {
      return [{ ...shared, from: { kind, name: name.text }, at: span(key.at, name.at) }];
    }
  }
  return [{ ...shared, from: null, at: span(key.at, shared.value?.at ?? key.at) }];
}

function span(start: SourceRange, end: SourceRange): SourceRange {
  return { file: start.file, start: start.start, end: Math.max(start.end, end.end) };
}

/** Whether every change of a service's branch may be given services and databases of its own, with the values of the others. */
export function hasPreviews(document: DataDocument, service: DataNode): boolean {
  const root = document.roots[0];
  const own = at(service, 'previews', 'generation');
  const generation = own ?? at(root, 'previews', 'generation');
  if (generation?.type === 'scalar') return /^(?:automatic|manual)$/.test(generation.text);
  const older = at(root, 'previewsEnabled');
  return older?.type === 'scalar' && older.value === true;
}

/** Whether a document is a blueprint at all: the file's name is not Render's alone. */
export function isBlueprint(document: DataDocument): boolean {
  const keys = new Set(entries(document.roots[0]).map(({ key }) => key));
  return ['services', 'databases', 'projects', 'envVarGroups'].some((key) => keys.has(key));
}
