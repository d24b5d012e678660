import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { AuditLog, DataStore } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { isReached } from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'deletion-goes-unnoticed',
  title: 'Nobody is told when something of production is deleted',
  severity: 'low',
  since: '0.1.0',
  on: 'AuditLog',
  needs: ['AuditLog', 'InfraStack', 'FailureDomain', ...pathFacts],
  why: 'The record says afterwards who it was, when backups with a short retention and the days in which a deletion can be taken back may be over.',
  fix: 'Send a message on calls that delete stores, backups, keys and the log itself: a rule on events with a target, or a filter on the log with an alarm.',
  accept: 'When another repository or a product that reads the log sends such messages.',
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html',
    'https://cloud.google.com/logging/docs/alerting/log-based-alerts',
    'https://learn.microsoft.com/en-us/azure/azure-monitor/alerts/alerts-types#activity-log-alerts',
  ],

  *run(log, graph) {
    if (!isUnheard(log) || isWatched(log, graph)) return;
    const stores = storesBeside(log, graph);
    const [store] = stores;
    if (store === undefined || !speaks(log, graph)) return;
    yield {
      at: log.at,
      label: 'the log',
      what: `"${log.name}" records what is deleted, and nothing in this repository tells anybody of it.`,
      confidence: 'medium',
      severity: stores.some((one) => isReached(one, graph)) ? 'medium' : 'low',
      subjects: [log],
      related: [{ ...store.at, label: 'what may be deleted' }],
    };
  },
});

/** It records, and nobody is told of what it says. */
function isUnheard({ alerts, isOn }: AuditLog): boolean {
  return alerts !== undefined && known(alerts) === false && known(isOn) === true;
}

/** Stores of production that the same stack declares: then it is the account of production that is recorded. */
function storesBeside(log: AuditLog, graph: RiskGraph): readonly DataStore[] {
  return graph
    .from(log, 'placed-in', 'InfraStack')
    .flatMap((stack) => graph.into(stack, 'placed-in', 'DataStore'))
    .filter(
      (store) =>
        graph.tier(store) === 'production' &&
        store.holds !== 'cache' &&
        known(store.disposable) !== true,
    );
}

/** Whatever of the vendor watches for deletions may watch this account too. */
function isWatched(log: AuditLog, graph: RiskGraph): boolean {
  return graph
    .all('AuditLog')
    .some(
      ({ provider, alerts }) =>
        provider === log.provider && alerts !== undefined && known(alerts) !== false,
    );
}

/** Several logs of one vendor lack one and the same. */
function speaks(log: AuditLog, graph: RiskGraph): boolean {
  const first = graph
    .all('AuditLog')
    .find(
      (other) =>
        other.provider === log.provider &&
        isUnheard(other) &&
        storesBeside(other, graph).length > 0,
    );
  return first?.key === log.key;
}
