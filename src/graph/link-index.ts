import type {
  AgentRule,
  Binding,
  Entity,
  EntityKey,
  EntityKind,
  EntityOf,
  Fact,
  Relation,
  RelationName,
} from '../model/fact.ts';
import { variableOf } from '../model/fact.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { SourceRange } from '../model/source.ts';
import { mergeEntities } from './merge.ts';

/** What a link pass sees: merged entities and every relation made so far, indexed both ways. */
export interface LinkIndex {
  readonly knowledge: Knowledge;
  /** Another number whenever passes have added something, so that nothing that was found out before is taken for true after it. */
  readonly revision: number;
  readonly bindings: readonly Binding[];
  all<K extends EntityKind>(kind: K): readonly EntityOf<K>[];
  /** The merged entity behind a key or any of its aliases. */
  entity(key: EntityKey): Entity | undefined;
  places(key: EntityKey): readonly SourceRange[];
  /** Relations with a variable at an end: they count only once that variable is resolved. */
  readonly references: readonly Relation[];
  relations(rel: RelationName): readonly Relation[];
  out(key: EntityKey, rel: RelationName): readonly Relation[];
  into(key: EntityKey, rel: RelationName): readonly Relation[];
  /** Rules of an agent that count, in its order. */
  rules(agent: EntityKey): readonly AgentRule[];
}

/** One step of linking: reads the index, returns what follows from it. */
export type LinkPass = (index: LinkIndex) => readonly (Relation | Entity)[];

/** Orders by file, offset, then key, so that the order of files on disk never shows. */
export function bySource(a: { readonly at: SourceRange }, b: { readonly at: SourceRange }): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.start - b.at.start || a.at.end - b.at.end;
}

/** Builds an index that passes extend through the returned `add`. */
export function createLinkIndex(
  facts: readonly Fact[],
  knowledge: Knowledge,
): { readonly index: LinkIndex; readonly add: (more: readonly (Relation | Entity)[]) => void } {
  const merged = mergeEntities(facts.filter((fact): fact is Entity => isEntity(fact)));
  const byKind = new Map<EntityKind, Entity[]>();
  const relations = new RelationTable();
  const rules = new Map<EntityKey, AgentRule[]>();

  const canonical = (key: EntityKey): EntityKey => merged.byKey.get(key)?.key ?? key;
  const addEntity = (entity: Entity): void => {
    const list = byKind.get(entity.kind);
    if (list === undefined) byKind.set(entity.kind, [entity]);
    else list.push(entity);
    if (entity.kind !== 'AgentRule' || entity.inert !== null) return;
    const owner = canonical(entity.agent);
    const owned = rules.get(owner);
    if (owned === undefined) rules.set(owner, [entity]);
    else owned.push(entity);
  };
  const addRelation = (relation: Relation): void =>
    relations.add({ ...relation, from: canonical(relation.from), to: canonical(relation.to) });

  for (const entity of merged.entities) addEntity(entity);
  for (const list of rules.values()) list.sort((a, b) => a.order - b.order);
  const references: Relation[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'Relation') continue;
    if (refersToVariable(fact)) references.push(fact);
    else addRelation(fact);
  }

  let revision = 0;
  const index: LinkIndex = {
    knowledge,
    get revision() {
      return revision;
    },
    bindings: facts.filter((fact): fact is Binding => fact.kind === 'Binding'),
    references,
    // Safe: the map files each entity under its own kind.
    all: <K extends EntityKind>(kind: K) => (byKind.get(kind) ?? []) as unknown as EntityOf<K>[],
    entity: (key) => merged.byKey.get(key),
    places: (key) => merged.places.get(canonical(key)) ?? [],
    relations: (rel) => relations.named(rel),
    out: (key, rel) => relations.out(canonical(key), rel),
    into: (key, rel) => relations.into(canonical(key), rel),
    rules: (agent) => rules.get(canonical(agent)) ?? [],
  };
  const add = (more: readonly (Relation | Entity)[]): void => {
    revision += 1;
    for (const fact of more) {
      if (fact.kind === 'Relation' || merged.byKey.has(fact.key)) continue;
      merged.byKey.set(fact.key, fact);
      for (const alias of fact.aliases) merged.byKey.set(alias, fact);
      merged.places.set(fact.key, [fact.at]);
      addEntity(fact);
    }
    for (const fact of more) if (fact.kind === 'Relation') addRelation(fact);
  };
  return { index, add };
}

function refersToVariable(relation: Relation): boolean {
  return variableOf(relation.from) !== undefined || variableOf(relation.to) !== undefined;
}

function isEntity(fact: Fact): fact is Entity {
  return fact.kind !== 'Relation' && fact.kind !== 'Binding';
}

/** Relations without duplicates; a class because it is state with a lifetime. */
class RelationTable {
  readonly #seen = new Set<string>();
  readonly #named = new Map<RelationName, Relation[]>();
  readonly #out = new Map<string, Relation[]>();
  readonly #into = new Map<string, Relation[]>();

  add(relation: Relation): void {
    const id = `${relation.rel}\n${relation.from}\n${relation.to}\n${relation.at.file}\n${relation.at.start}`;
    if (this.#seen.has(id) || relation.from === relation.to) return;
    this.#seen.add(id);
    append(this.#named, relation.rel, relation);
    append(this.#out, `${relation.rel}\n${relation.from}`, relation);
    append(this.#into, `${relation.rel}\n${relation.to}`, relation);
  }

  named(rel: RelationName): readonly Relation[] {
    return [...(this.#named.get(rel) ?? [])];
  }

  out(key: EntityKey, rel: RelationName): readonly Relation[] {
    return this.#out.get(`${rel}\n${key}`) ?? [];
  }

  into(key: EntityKey, rel: RelationName): readonly Relation[] {
    return this.#into.get(`${rel}\n${key}`) ?? [];
  }
}

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
