import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, DataStore, FailureDomain } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { lackOf } from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'key-shared-with-backups',
  title: 'One key opens the data and the copies that are kept safe from everybody',
  severity: 'low',
  since: '0.1.0',
  on: 'Backup',
  needs: ['InfraStack', 'FailureDomain', ...pathFacts],
  why: 'A copy that nobody can delete is still lost when its key is: after the waiting period neither can be read again.',
  fix: 'Copy to an account that encrypts with a key of its own, and deny kms:ScheduleKeyDeletion and kms:DisableKey to everybody who works with the data.',
  accept: 'When nobody who works with the data may delete or disable the key.',
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  ],

  *run(backup, graph) {
    const key = keyOf(backup, graph);
    if (key === undefined || !isKeptSafe(backup, graph)) return;
    const store = graph
      .from(backup, 'backs-up', 'DataStore')
      .find((one) => keyOf(one, graph)?.key === key.key && isWorthIt(one, backup, key, graph));
    if (store === undefined) return;
    yield {
      at: backup.at,
      label: 'the copy',
      what: `"${backup.name}" and "${store.name}" are encrypted with one key, ${key.name}: without it neither can be read.`,
      confidence: backup.confidence,
      severity: 'low',
      subjects: [backup, store],
      related: [
        { ...key.at, label: 'the key' },
        { ...store.at, label: 'the data' },
      ],
    };
  },
});

function keyOf(entity: Backup | DataStore, graph: RiskGraph): FailureDomain | undefined {
  return graph.domains(entity).find(({ level }) => level === 'key');
}

/** Something locks it: what anybody can delete needs no key to be lost. */
function isKeptSafe(backup: Backup, graph: RiskGraph): boolean {
  return graph
    .from(backup, 'guarded-by', 'Guard')
    .some(({ strength, honouredBy }) => strength === 'blocks' && honouredBy === undefined);
}

/** Production's, and no copy of it is under another key or none that is known. */
function isWorthIt(
  store: DataStore,
  backup: Backup,
  key: FailureDomain,
  graph: RiskGraph,
): boolean {
  const lack = lackOf(store, graph, { state: 'set', value: false, at: backup.at });
  if (lack === null || lack.severity === 'low') return false;
  return graph
    .into(store, 'backs-up', 'Backup')
    .filter((other) => known(other.survivesSourceDeletion) === true)
    .every((other) => keyOf(other, graph)?.key === key.key);
}
