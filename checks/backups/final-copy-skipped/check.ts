import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { DataStore } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { isHeld, type Lack, lackOf, nameOf, speaksFor } from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'final-copy-skipped',
  title: 'Data store is deleted without a last copy',
  severity: 'medium',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['InfraStack', ...pathFacts],
  why: 'A deletion by mistake leaves nothing to restore from.',
  fix: 'Let the vendor make a last copy on deletion, and apply that setting before anything is destroyed.',
  accept: 'When copies are kept that nothing in this repository can delete.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
  ],

  *run(store, graph) {
    const lack = skipped(store, graph);
    if (lack === null) return;
    const spoken = speaksFor(store, lack, graph, (other) => skipped(other, graph));
    if (spoken === null) return;
    const { stores: alike, severity } = spoken;
    yield {
      at: lack.at,
      label: 'the setting',
      what: `Deleting ${nameOf(alike)} makes no last copy, and no other copy is known to outlive it.`,
      confidence: store.confidence,
      severity,
      subjects: [store],
      related: [
        { ...store.at, label: 'the store' },
        ...alike.slice(1).map((other) => ({ ...other.at, label: 'also without a last copy' })),
      ],
    };
  },
});

/** Somebody switched it off. Where a vendor makes none unless asked, that it is missing says little. */
function skipped(store: DataStore, graph: RiskGraph): Lack | null {
  if (store.finalCopy?.state !== 'set' || store.finalCopy.value || isHeld(store, graph))
    return null;
  const survivors = graph
    .into(store, 'backs-up', 'Backup')
    .filter((backup) => known(backup.survivesSourceDeletion) === true);
  if (survivors.length > 0) return null;
  const lack = lackOf(store, graph, store.finalCopy);
  const { deletionProtection } = store;
  const isUnread =
    deletionProtection.state === 'unknown' && deletionProtection.why === 'interpolated';
  // It may well be protected.
  return lack !== null && isUnread ? { ...lack, severity: 'low' } : lack;
}
