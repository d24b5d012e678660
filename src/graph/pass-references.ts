import type { Binding, Confidence, DataStore, EntityKey, Relation } from '../model/fact.ts';
import { entityKey, variableOf } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import { unknown } from '../model/value.ts';
import type { LinkIndex } from './link-index.ts';

/**
 * Replaces `variable:NAME` ends of relations by what that variable holds. A variable with different values in different environments gives one
 * relation each, of medium confidence at most, because nothing says in which environment the command ran. A backup of a variable that no file
 * sets gets an implied store: somewhere it exists.
 */
export function resolveReferences(index: LinkIndex): readonly (Relation | DataStore)[] {
  const bound = new Map<string, Binding[]>();
  for (const binding of index.bindings) {
    const list = bound.get(binding.variable);
    if (list === undefined) bound.set(binding.variable, [binding]);
    else list.push(binding);
  }
  const targetsOf = (
    variable: string,
    environments: Relation['environments'],
    depth: number,
  ): readonly EntityKey[] => {
    const [named, set] = partition(bound.get(variable) ?? []);
    const own = within(set, environments).map(({ entity }) => index.entity(entity)?.key ?? entity);
    if (depth > maxNames) return own;
    return [...own, ...named.flatMap((name) => targetsOf(name, environments, depth + 1))];
  };
  const resolve = (
    key: EntityKey,
    environments: Relation['environments'],
  ): readonly { key: EntityKey; sure: boolean }[] => {
    const variable = variableOf(key);
    if (variable === undefined) return [{ key, sure: true }];
    const targets = new Set(targetsOf(variable, environments, 0));
    return [...targets].map((target) => ({ key: target, sure: targets.size === 1 }));
  };
  const implied = impliedStores(index, bound);
  for (const [variable, store] of implied) {
    const binding = {
      kind: 'Binding',
      variable,
      entity: store.key,
      environment: null,
      at: store.at,
    } as const;
    bound.set(variable, [binding]);
  }
  const resolved: Relation[] = [];
  for (const relation of index.references) {
    for (const from of resolve(relation.from, relation.environments)) {
      for (const to of resolve(relation.to, relation.environments)) {
        if (!fits(index, relation, to.key)) continue;
        const sure =
          from.sure && to.sure ? relation.confidence : weaker(relation.confidence, 'medium');
        // What a test or an example sets is hardly what a script of the project meets.
        const confidence = weaker(sure, confidenceOf(index, from.key, to.key));
        resolved.push({ ...relation, from: from.key, to: to.key, confidence });
      }
    }
  }
  return [...implied.values(), ...resolved];
}

/** Names that lead to one another, at most so many in a row: a tool's configuration names a variable, and a file sets it. */
const maxNames = 3;

/** Bindings that lead to another variable, whatever the environment; and those that say what a variable holds. */
function partition(bindings: readonly Binding[]): readonly [readonly string[], readonly Binding[]] {
  const named = bindings.flatMap(({ entity }) => variableOf(entity) ?? []);
  return [[...new Set(named)], bindings.filter(({ entity }) => variableOf(entity) === undefined)];
}

/** The bindings of the first environment that has any; all of them where none is named. */
function within(
  bindings: readonly Binding[],
  environments: Relation['environments'],
): readonly Binding[] {
  if (environments === undefined) return bindings;
  for (const environment of environments) {
    const own = bindings.filter((binding) => binding.environment === environment);
    if (own.length > 0) return own;
  }
  return [];
}

/** One variable can hold a login and the store behind it: a command destroys the store and holds the login. */
function fits(index: LinkIndex, relation: Relation, to: EntityKey): boolean {
  if (variableOf(relation.to) === undefined) return true;
  const kind = index.entity(to)?.kind;
  if (relation.rel === 'destroys') return kind === 'DataStore' || kind === 'Backup';
  return relation.rel !== 'holds' || kind === undefined || kind === 'Credential';
}

function confidenceOf(index: LinkIndex, ...ends: readonly EntityKey[]): Confidence {
  return ends.reduce<Confidence>(
    (least, end) => weaker(least, index.entity(end)?.confidence ?? 'high'),
    'high',
  );
}

function impliedStores(
  index: LinkIndex,
  bound: ReadonlyMap<string, readonly Binding[]>,
): ReadonlyMap<string, DataStore> {
  const stores = new Map<string, DataStore>();
  for (const relation of index.references) {
    if (relation.rel !== 'backs-up') continue;
    const variable = variableOf(relation.to);
    if (variable === undefined || bound.has(variable) || stores.has(variable)) continue;
    stores.set(variable, {
      kind: 'DataStore',
      key: entityKey(`implied:database/${variable}`),
      aliases: [],
      name: `the database in $${variable}`,
      at: relation.at,
      collector: 'graph',
      implied: true,
      confidence: 'medium',
      provider: null,
      product: 'database',
      holds: 'database',
      deletionProtection: unknown('external', relation.at),
      disposable: unknown('external', relation.at),
    });
  }
  return stores;
}
