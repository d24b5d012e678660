import type { Entity, EntityKey } from '../model/fact.ts';
import { confidences } from '../model/finding.ts';
import type { SourceRange } from '../model/source.ts';
import type { Value } from '../model/value.ts';

/** Entities after merging those that share a key or an alias. */
export interface Merged {
  /** In source order. */
  readonly entities: readonly Entity[];
  /** By key and by every alias. Link passes add what they imply. */
  readonly byKey: Map<EntityKey, Entity>;
  /** Every place each merged entity was seen, its own first and the others in source order, by canonical key. */
  readonly places: Map<EntityKey, readonly SourceRange[]>;
}

/**
 * Unifies entities of one kind by exact key or declared alias, never by similar name. The first declared one gives its name and place, of credentials
 * the first that git hands out; settings come from whichever saw them written.
 */
export function mergeEntities(entities: readonly Entity[]): Merged {
  const parent = entities.map((_, position) => position);
  const find = (position: number): number => {
    let root = position;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[position] = root;
    return root;
  };
  const owner = new Map<string, number>();
  entities.forEach((entity, position) => {
    for (const key of [entity.key, ...entity.aliases]) {
      const id = `${entity.kind}\n${key}`;
      const first = owner.get(id);
      if (first === undefined) owner.set(id, position);
      else parent[find(position)] = find(first);
    }
  });
  const groups = new Map<number, Entity[]>();
  entities.forEach((entity, position) => {
    const root = find(position);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [entity]);
    else group.push(entity);
  });
  return collectGroups([...groups.values()]);
}

function collectGroups(groups: readonly (readonly Entity[])[]): Merged {
  const byKey = new Map<EntityKey, Entity>();
  const places = new Map<EntityKey, readonly SourceRange[]>();
  const merged: Entity[] = [];
  for (const group of groups) {
    const entity = mergeGroup(group);
    if (entity === undefined) continue;
    merged.push(entity);
    places.set(entity.key, uniqueRanges([entity, ...group].map((member) => member.at)));
    for (const member of group) {
      for (const key of [member.key, ...member.aliases]) {
        if (!byKey.has(key)) byKey.set(key, entity);
      }
    }
  }
  return { entities: merged, byKey, places };
}

function mergeGroup(group: readonly Entity[]): Entity | undefined {
  const declared = group.filter((entity) => !entity.implied);
  const best = declared.find(isTracked) ?? declared[0] ?? group[0];
  if (best === undefined || group.length === 1) return best;
  const merged: Record<string, unknown> = { ...best };
  merged['aliases'] = [
    ...new Set(group.flatMap((member) => [member.key, ...member.aliases])),
  ].filter((key) => key !== best.key);
  // One tracked place is enough for git to hand it out.
  if (group.some(isTracked)) merged['tracked'] = true;
  if (best.kind === 'DestructiveCommand') {
    // A script and the tasks that start it are the same act.
    merged['invocations'] = [
      ...new Set(
        group.flatMap((member) => (member.kind === 'DestructiveCommand' ? member.invocations : [])),
      ),
    ];
  }
  merged['implied'] = group.every((member) => member.implied);
  merged['confidence'] = group
    .map((member) => member.confidence)
    .reduce((a, b) => (confidences.indexOf(a) >= confidences.indexOf(b) ? a : b));
  for (const member of group) {
    for (const [field, value] of Object.entries(member)) {
      if (merged[field] === null) merged[field] = value;
      if (isValue(value) && rank(value) > rank(merged[field])) merged[field] = value;
    }
  }
  return merged as unknown as Entity; // same fields as `best`, each taken from an entity of the same kind
}

function isTracked(entity: Entity): boolean {
  return entity.kind === 'Credential' && entity.tracked === true;
}

function isValue(field: unknown): field is Value<unknown> {
  return typeof field === 'object' && field !== null && 'state' in field;
}

function rank(field: unknown): number {
  if (!isValue(field)) return 3;
  if (field.state === 'set') return 2;
  return field.state === 'default' ? 1 : 0;
}

function uniqueRanges(ranges: readonly SourceRange[]): readonly SourceRange[] {
  const seen = new Set<string>();
  return ranges.filter((range) => {
    const id = `${range.file}:${range.start}:${range.end}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
