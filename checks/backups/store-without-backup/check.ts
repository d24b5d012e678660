import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, DataStore } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
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
