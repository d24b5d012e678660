import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, DataStore } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { type Lack, lackOf, nameOf, speaksFor } from '../../../src/model/store-control.ts';
import { known, type Value } from '../../../src/model/value.ts';

/** A loss is often noticed only after a weekend or a holiday. */
const enoughDays = 7;

export const check = defineCheck({
  id: 'backup-retention-too-short',
  title: 'Backups are gone before a loss is noticed',
  severity: 'medium',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['InfraStack', ...pathFacts],
  why: 'What is deleted on a Friday and missed on Monday cannot be restored any more.',
  fix: `Keep backups for at least ${enoughDays} days.`,
  accept: 'When a longer copy is kept elsewhere.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
  ],

  *run(store, graph) {
    const lack = tooShort(store, graph);
    if (lack === null) return;
    const spoken = speaksFor(store, lack, graph, (other) => tooShort(other, graph));
    if (spoken === null) return;
    const { stores: alike, severity } = spoken;
    const days = longest(store, graph);
    const count = days === undefined ? 0 : (known(days) ?? 0);
    yield {
      at: lack.at,
      label: lack.isWritten ? 'the setting' : 'what is copied',
      what: `The oldest backup of ${nameOf(alike)} reaches back ${inWords(count)}${lack.isWritten ? '' : ', which is what its vendor does by default'}.`,
      confidence: store.confidence,
      severity,
      subjects: [store],
      related: [
        ...(lack.isWritten ? [{ ...store.at, label: 'the store' }] : []),
        ...alike.slice(1).map((other) => ({ ...other.at, label: 'also kept too shortly' })),
      ],
    };
  },
});

function tooShort(store: DataStore, graph: RiskGraph): Lack | null {
  const days = longest(store, graph);
  const count = days === undefined ? undefined : known(days);
  if (days === undefined || count === undefined || count >= enoughDays) return null;
  return lackOf(store, graph, days);
}

/** How far back its oldest copy reaches; `undefined` where there is none or one of them cannot be told. A replica keeps no past. */
function longest(store: DataStore, graph: RiskGraph): Value<number> | undefined {
  const copies = graph.into(store, 'backs-up', 'Backup').filter(keepsThePast);
  if (copies.some((copy) => known(copy.retentionDays) === undefined)) return undefined;
  return copies
    .map((copy) => copy.retentionDays)
    .reduce<Value<number> | undefined>(
      (most, one) => (most === undefined || (known(one) ?? 0) > (known(most) ?? 0) ? one : most),
      undefined,
    );
}

function keepsThePast(backup: Backup): boolean {
  return backup.method !== 'replica';
}

function inWords(days: number): string {
  if (days < 1) return 'less than a day';
  const whole = Math.floor(days);
  return whole === 1 ? 'one day' : `${whole} days`;
}
