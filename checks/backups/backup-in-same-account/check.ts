import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, DataStore, FailureDomain } from '../../../src/model/fact.ts';
import { weaker } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { isHeld, lackOf, nameOf } from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'backup-in-same-account',
  title: 'Backups lie in the account that they protect',
  severity: 'medium',
  since: '0.1.0',
  on: 'Backup',
  needs: ['InfraStack', 'FailureDomain', ...pathFacts],
  why: 'Whoever may delete in that account, by mistake or not, deletes the data and every copy of it.',
  fix: 'Copy backups to an account that no credential of this one can delete in, or lock them against everybody until they expire.',
  accept: 'When a copy in another account is made outside this repository.',
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  ],

  *run(backup, graph) {
    const account = accountOf(backup, graph);
    if (account === undefined || !isOnlyBeside(backup, graph)) return;
    const stores = storesOf(backup, account, graph).filter((store) =>
      needsMore(store, backup, account, graph),
    );
    const [store] = stores;
    if (store === undefined || !speaks(backup, account, graph)) return;
    yield {
      at: backup.at,
      label: 'the backup',
      what: `"${backup.name}" is kept in ${account.name} together with ${nameOf(stores)}, and can be deleted there like the data.`,
      confidence: weaker(
        backup.confidence,
        graph.from(backup, 'backs-up', 'DataStore').length > 0 ? 'high' : 'medium',
      ),
      severity: 'medium',
      subjects: [backup, store],
      related: stores
        .slice(0, 5)
        .map((one) => ({ ...one.at, label: 'what lies in the same account' })),
    };
  },
});

function accountOf(backup: Backup | DataStore, graph: RiskGraph): FailureDomain | undefined {
  return graph.domains(backup).find((domain) => domain.level === 'account');
}

/** A copy that somebody set up to have one, that outlives its source, and that nothing locks. What a vendor does by itself it does in the same account. */
function isOnlyBeside(backup: Backup, graph: RiskGraph): boolean {
  if (backup.method !== 'snapshot' && backup.method !== 'dump') return false;
  if (known(backup.survivesSourceDeletion) === false || isLocked(backup, graph)) return false;
  // Of what cannot be told: then any guard is enough to leave it be.
  return (
    graph.edges(backup, 'backs-up').length > 0 ||
    graph.from(backup, 'guarded-by', 'Guard').length === 0
  );
}

function isLocked(backup: Backup, graph: RiskGraph): boolean {
  return graph.from(backup, 'guarded-by', 'Guard').some((guard) => guard.strength === 'blocks');
}

/** It is worth protecting, nothing refuses to delete it, and no other copy of it is out of reach. */
function needsMore(
  store: DataStore,
  backup: Backup,
  account: FailureDomain,
  graph: RiskGraph,
): boolean {
  if (isHeld(store, graph) || isCopiedElsewhere(store, account, graph)) return false;
  const lack = lackOf(store, graph, { state: 'set', value: false, at: backup.at });
  return lack !== null && lack.severity !== 'low';
}

/** What it is a copy of; where that cannot be told, whatever is kept in the same account, itself left out. */
function storesOf(backup: Backup, account: FailureDomain, graph: RiskGraph): readonly DataStore[] {
  const sources = graph.from(backup, 'backs-up', 'DataStore');
  const inside = graph.into(account, 'placed-in', 'DataStore');
  if (sources.length > 0) return inside.filter(({ key }) => sources.some((one) => one.key === key));
  const keepers = new Set(graph.from(backup, 'placed-in', 'DataStore').map(({ key }) => key));
  return inside.filter(({ key, holds }) => holds !== 'bucket' && !keepers.has(key));
}

/** Another copy is locked, or lies where nothing proves that it is beside its source. */
function isCopiedElsewhere(store: DataStore, account: FailureDomain, graph: RiskGraph): boolean {
  return graph
    .into(store, 'backs-up', 'Backup')
    .filter((other) => known(other.survivesSourceDeletion) !== false)
    .some((other) => isLocked(other, graph) || accountOf(other, graph)?.key !== account.key);
}

/** Copies that one line sets up are one finding. */
function speaks(backup: Backup, account: FailureDomain, graph: RiskGraph): boolean {
  const alike = graph
    .into(account, 'placed-in', 'Backup')
    .filter(({ at }) => at.file === backup.at.file && at.start === backup.at.start)
    .filter((other) => isOnlyBeside(other, graph));
  return alike[0]?.key === backup.key;
}
