import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { DataStore } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import {
  isHeld,
  type Lack,
  lackOf,
  nameOf,
  speaksFor,
  worse,
} from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'store-deletion-unprotected',
  title: 'Data store can be deleted in one step',
  severity: 'medium',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['InfraStack', ...pathFacts],
  why: 'One wrong command, or one plan that nobody reads to its end, takes the data away.',
  fix: 'Switch its deletion protection on, and keep the tool from destroying it (prevent_destroy, a retain policy).',
  accept: 'When the store can be made again from another one.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
  ],

  *run(store, graph) {
    const lack = unprotected(store, graph);
    if (lack === null) return;
    const spoken = speaksFor(store, lack, graph, (other) => unprotected(other, graph));
    if (spoken === null) return;
    const { stores: alike, severity } = spoken;
    const isBucket = store.holds === 'bucket';
    yield {
      at: lack.at,
      label: lack.isWritten ? 'the setting' : 'the store',
      what: isBucket
        ? `${nameOf(alike)} may be destroyed with everything in it${holdsCopies(store, graph) ? ', and copies are kept there' : ''}.`
        : `Nothing refuses to delete ${nameOf(alike)}: deletion protection is ${lack.isWritten ? 'switched off' : 'not switched on'}.`,
      confidence: store.confidence,
      severity,
      subjects: [store],
      ...(isBucket
        ? {
            fix: 'Take the setting out that empties it first, and apply that before anything else.',
          }
        : {}),
      related: [
        ...(lack.isWritten ? [{ ...store.at, label: 'the store' }] : []),
        ...alike.slice(1).map((other) => ({ ...other.at, label: 'also unprotected' })),
      ],
    };
  },
});

/** The vendor has a protection, and it is known to be off. */
function unprotected(store: DataStore, graph: RiskGraph): Lack | null {
  if (known(store.deletionProtection) !== false || isHeld(store, graph)) return null;
  const lack = lackOf(store, graph, store.deletionProtection);
  if (lack === null || !lack.isWritten || !holdsCopies(store, graph)) return lack;
  // What the copies are of is worth as much as any store nearby.
  return { ...lack, severity: worse(lack.severity, 'medium') };
}

function holdsCopies(store: DataStore, graph: RiskGraph): boolean {
  return graph.into(store, 'placed-in', 'Backup').length > 0;
}
