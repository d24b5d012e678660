import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, DataStore, Entity } from '../../../src/model/fact.ts';
import type { Draft } from '../../../src/model/finding.ts';
import type { Path, RiskGraph } from '../../../src/model/graph.ts';
import { type Lack, lackOf, nameOf, speaksFor, worse } from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'store-without-backup',
  title: 'Data store has no backup',
  severity: 'medium',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['InfraStack', ...pathFacts],
  why: 'Whatever deletes or overwrites the data, nothing brings it back.',
  fix: "Switch the vendor's backups on with at least 7 days, and copy them to another account.",
  accept: 'When another repository declares the backups, or the data can be made again.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
    'https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html',
  ],

  *run(store, graph) {
    if (isKnownByAddress(store, graph)) {
      yield* ofAddress(store, graph);
      return;
    }
    const lack = withoutCopy(store, graph);
    if (lack === null) return;
    const spoken = speaksFor(store, lack, graph, (other) => withoutCopy(other, graph));
    if (spoken === null) return;
    const { stores: alike, severity } = spoken;
    const isElsewhere = copiesOfUnknown(graph, 'dump');
    yield {
      at: lack.at,
      label: lack.isWritten ? 'the setting' : 'the store',
      what: `The backups of ${nameOf(alike)} are ${lack.isWritten ? 'switched off' : 'not switched on'}, and nothing in this repository copies ${alike.length === 1 ? 'it' : 'them'}.`,
      confidence: isElsewhere ? 'medium' : store.confidence,
      severity,
      subjects: [store],
      related: [
        ...(lack.isWritten ? [{ ...store.at, label: 'the store' }] : []),
        ...alike.slice(1).map((other) => ({ ...other.at, label: 'also without a backup' })),
      ],
    };
  },
});

/** Nothing of the tree declares it: configuration says where it is, and no more. */
function isKnownByAddress(store: DataStore, graph: RiskGraph): boolean {
  return (
    !store.implied &&
    graph.edges(store, 'placed-in').length === 0 &&
    graph.edgesInto(store, 'connects-to').length > 0
  );
}

/**
 * What copies such a store is told nowhere in the tree, and mostly need not be. It is worth a word where production's is one unasked step of an agent away
 * from being lost, and whoever runs it is not known to copy it by itself.
 */
function* ofAddress(store: DataStore, graph: RiskGraph): Iterable<Draft> {
  if (store.holds !== 'database' || graph.tier(store) !== 'production') return;
  const mayBeCopied =
    store.ownBackups === undefined ? store.provider !== null : known(store.ownBackups) !== false;
  if (mayBeCopied || isCopiedByAnybody(store, graph)) return;
  const path = graph.pathsTo(store).find(isOpen);
  const edge = graph
    .edgesInto(store, 'connects-to')
    .find(({ from }) => isProduction(graph.entity(from)));
  if (path === undefined || edge === undefined) return;
  yield {
    at: edge.at,
    label: 'where production is told of it',
    what: `Nothing in this repository copies production database "${store.name}", and agent "${path.actor.name}" can destroy it unasked.`,
    fix: 'Switch the backups of whoever runs this database on, keep a dump where no credential of this tree reaches, and try to restore it.',
    confidence: 'medium',
    severity: 'medium',
    subjects: [store],
    related: [{ ...(path.hops[0]?.edge.at ?? path.actor.at), label: 'where the agent starts' }],
  };
}

function isOpen({ actor, confidence, hops, lost, survivors }: Path): boolean {
  return (
    actor.kind === 'Agent' &&
    confidence !== 'low' &&
    lost.length === 0 &&
    survivors.length === 0 &&
    hops.every(({ guards }) => guards.every(({ strength }) => strength === 'advises'))
  );
}

function isProduction(entity: Entity | undefined): boolean {
  return entity?.kind === 'Environment' && entity.tier === 'production';
}

/** By a job of the tree, or by one that does not say what it copies. */
function isCopiedByAnybody(store: DataStore, graph: RiskGraph): boolean {
  if (graph.into(store, 'backs-up', 'Backup').length > 0) return true;
  if (copiesOfUnknown(graph, 'snapshot') || copiesOfUnknown(graph, 'dump')) return true;
  return graph
    .all('Backup')
    .some((backup) =>
      graph
        .from(backup, 'backs-up', 'DataStore')
        .some(({ implied, product }) => implied && product === store.product),
    );
}

/** Its vendor is known to make no copy, and nobody else is seen to. A plan that may take anything may take this too. */
function withoutCopy(store: DataStore, graph: RiskGraph): Lack | null {
  if (store.ownBackups === undefined || known(store.ownBackups) !== false) return null;
  if (graph.into(store, 'backs-up', 'Backup').length > 0) return null;
  if (copiesOfUnknown(graph, 'snapshot')) return null;
  const lack = lackOf(store, graph, store.ownBackups);
  if (lack === null || !lack.isWritten || !isCopiedBeside(store, graph)) return lack;
  return { ...lack, severity: worse(lack.severity, 'medium') };
}

/** Somebody has another disk of the stack copied, so that what is in it counts, whatever its environment is called. */
function isCopiedBeside(store: DataStore, graph: RiskGraph): boolean {
  if (store.holds !== 'volume') return false;
  return graph
    .from(store, 'placed-in', 'InfraStack')
    .some((stack) =>
      graph
        .into(stack, 'placed-in', 'DataStore')
        .some(
          ({ holds, ownBackups }) =>
            holds === 'volume' && ownBackups !== undefined && known(ownBackups) === true,
        ),
    );
}

/** Copies are made of something, and the text does not say of what. */
function copiesOfUnknown(graph: RiskGraph, method: 'snapshot' | 'dump'): boolean {
  const before = methods.get(graph);
  if (before !== undefined) return before.has(method);
  const found = new Set(
    graph
      .all('Backup')
      .filter((backup) => graph.edges(backup, 'backs-up').length === 0)
      .map((backup) => backup.method),
  );
  methods.set(graph, found);
  return found.has(method);
}

/** Made once for each graph. */
const methods = new WeakMap<RiskGraph, ReadonlySet<Backup['method']>>();
