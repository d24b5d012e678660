import { createKnowledge } from '../src/engine/knowledge.ts';
import type { EntityKind, EntityOf, Fact, Relation, RelationName } from '../src/model/fact.ts';
import type { ResourceSpec } from '../src/model/resource.ts';
import type { Value } from '../src/model/value.ts';
import { resourcesIn } from './resource.ts';

const knowledge = createKnowledge([], new Uint8Array(32));

/** What a Terraform text declares, by the specs of one vendor. Types of other dialects may stand in it under Terraform's names of their settings. */
export function factsOf(text: string, specs: readonly ResourceSpec[]): readonly Fact[] {
  return resourcesIn(text).flatMap((resource) =>
    specs
      .filter(({ types }) => types.includes(resource.type))
      .flatMap((spec) => spec.facts(resource, knowledge)),
  );
}

/** Entities of one kind. */
export function only<K extends EntityKind>(
  facts: readonly Fact[],
  kind: K,
): readonly EntityOf<K>[] {
  return facts.filter((fact): fact is EntityOf<K> => fact.kind === kind);
}

/** Relations of one name, as `from to` without the stack's part of their keys. */
export function edges(facts: readonly Fact[], rel: RelationName): readonly string[] {
  return facts
    .filter((fact): fact is Relation => fact.kind === 'Relation' && fact.rel === rel)
    .map(({ from, to }) => `${short(from)} > ${short(to)}`);
}

/** `set true`, `default 7`, `unknown`; `-` where nothing is said. */
export function said(value: Value<unknown> | undefined): string {
  if (value === undefined) return '-';
  return value.state === 'unknown' ? 'unknown' : `${value.state} ${value.value}`;
}

function short(key: string): string {
  return key.slice(key.indexOf('#') + 1);
}
