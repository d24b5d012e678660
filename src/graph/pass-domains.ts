import { withArticle } from '../model/article.ts';
import type { DataStore, Entity, EntityKey, FailureDomain, Relation } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { SourceRange } from '../model/source.ts';
import type { LinkIndex } from './link-index.ts';

/**
 * Puts databases on the volume that carries them, stores into the project their environment names, and projects into their provider.
 * The innermost domain of everything is the store it is placed in.
 */
export function placeInDomains(index: LinkIndex): readonly (Relation | Entity)[] {
  const hosted = hostedDatabases(index);
  const placed = [...index.relations('placed-in'), ...hosted];
  return [
    ...hosted,
    ...storeDomains(index, placed),
    ...stackDomains(index),
    ...projectDomains(index),
  ];
}

function hostedDatabases(index: LinkIndex): readonly Relation[] {
  const relations: Relation[] = [];
  for (const environment of index.all('Environment')) {
    const reached = index
      .out(environment.key, 'connects-to')
      .map((edge) => ({ edge, store: index.entity(edge.to) }))
      .filter(
        (pair): pair is { edge: Relation; store: DataStore } => pair.store?.kind === 'DataStore',
      );
    for (const { edge, store } of reached) {
      if (store.holds !== 'database' || store.provider === null) continue;
      const carriers = reached.filter(
        (pair) =>
          pair.store.provider === store.provider &&
          index.knowledge.store(pair.store.product)?.spec.hostsDatabases === true,
      );
      const [carrier, ...others] = carriers;
      if (carrier === undefined || others.length > 0) continue;
      relations.push({
        kind: 'Relation',
        rel: 'placed-in',
        from: store.key,
        to: carrier.store.key,
        actions: [],
        because: `${environment.name} names one ${titleOf(index, carrier.store)} beside this database, and such databases keep their files on one`,
        at: edge.at,
        confidence: 'medium',
      });
    }
  }
  return relations;
}

function storeDomains(
  index: LinkIndex,
  placed: readonly Relation[],
): readonly (Relation | FailureDomain)[] {
  const made: (Relation | FailureDomain)[] = [];
  for (const edge of placed) {
    const store = index.entity(edge.to);
    if (store?.kind !== 'DataStore') continue;
    const domain = domainEntity(`domain:${store.key}`, store.name, 'resource', store.at);
    made.push(
      domain,
      { ...edge, to: domain.key },
      {
        ...edge,
        from: store.key,
        to: domain.key,
        because: 'it is this store',
        at: store.at,
        confidence: 'high',
      },
    );
  }
  return made;
}

/** A stack is a failure domain: one command takes everything in it away. */
function stackDomains(index: LinkIndex): readonly (Relation | FailureDomain)[] {
  return index.all('InfraStack').flatMap((stack) => {
    const domain = domainEntity(`domain:${stack.key}`, stack.name, 'stack', stack.at);
    const inside = index.into(stack.key, 'placed-in').map((edge) => ({ ...edge, to: domain.key }));
    return [domain, ...inside];
  });
}

function projectDomains(index: LinkIndex): readonly (Relation | FailureDomain)[] {
  const made: (Relation | FailureDomain)[] = [];
  for (const environment of index.all('Environment')) {
    for (const inside of index.out(environment.key, 'in')) {
      const project = index.entity(inside.to);
      if (project?.kind !== 'FailureDomain') continue;
      const provider = project.key.split(':')[0] ?? '';
      const facts = index.knowledge.provider(provider);
      if (facts === undefined) continue;
      const whole = domainEntity(`${provider}:provider`, facts.title, 'provider', project.at);
      made.push(
        whole,
        relation(
          'within',
          project.key,
          whole.key,
          `it is ${withArticle(facts.title)} project`,
          inside.at,
        ),
      );
      for (const edge of index.out(environment.key, 'connects-to')) {
        const store = index.entity(edge.to);
        if (store?.kind !== 'DataStore' || store.provider !== provider) continue;
        made.push(
          relation('placed-in', store.key, project.key, `${environment.name} names both`, edge.at),
        );
      }
    }
  }
  return made;
}

/** Failure domains around an entity, innermost first. */
export function domainsOf(index: LinkIndex, start: EntityKey): readonly FailureDomain[] {
  const levels: readonly FailureDomain['level'][] = [
    'resource',
    'host',
    'stack',
    'project',
    'account',
    'region',
    'provider',
    'key',
  ];
  const found = new Map<EntityKey, FailureDomain>();
  const queue: EntityKey[] = [start];
  const visited = new Set<EntityKey>(queue);
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    for (const edge of [...index.out(key, 'placed-in'), ...index.out(key, 'within')]) {
      const target = index.entity(edge.to);
      if (target === undefined || visited.has(target.key)) continue;
      visited.add(target.key);
      if (target.kind === 'FailureDomain') found.set(target.key, target);
      queue.push(target.key);
    }
  }
  return [...found.values()].sort(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.key < b.key ? -1 : 1),
  );
}

function titleOf(index: LinkIndex, store: DataStore): string {
  return index.knowledge.store(store.product)?.spec.title ?? store.product;
}

function domainEntity(
  key: string,
  name: string,
  level: FailureDomain['level'],
  at: SourceRange,
): FailureDomain {
  return {
    kind: 'FailureDomain',
    key: entityKey(key),
    aliases: [],
    name,
    at,
    collector: 'graph',
    implied: true,
    confidence: 'high',
    level,
  };
}

function relation(
  rel: Relation['rel'],
  from: EntityKey,
  to: EntityKey,
  because: string,
  at: SourceRange,
): Relation {
  return { kind: 'Relation', rel, from, to, actions: [], because, at, confidence: 'high' };
}
