import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { DataStore, Guard } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import {
  isHeld,
  isReached,
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
    const isHeldHere = isHeld(store, graph);
    const spoken = speaksFor(store, lack, graph, (other) =>
      isHeld(other, graph) === isHeldHere ? unprotected(other, graph) : null,
    );
    if (spoken === null) return;
    const { stores: alike, severity } = spoken;
    yield {
      at: lack.at,
      label: lack.isWritten ? 'the setting' : 'the store',
      ...(store.holds === 'bucket'
        ? bucketWords(store, alike, graph)
        : words(store, alike, lack, graph)),
      confidence: store.confidence,
      severity,
      subjects: [store],
      related: [
        ...(lack.isWritten ? [{ ...store.at, label: 'the store' }] : []),
        ...alike.slice(1).map((other) => ({ ...other.at, label: 'also unprotected' })),
      ],
    };
  },
});

function bucketWords(store: DataStore, alike: readonly DataStore[], graph: RiskGraph) {
  const copies = holdsCopies(store, graph) ? ', and copies are kept there' : '';
  return {
    what: `${nameOf(alike)} may be destroyed with everything in it${copies}.`,
    fix: 'Take the setting out that empties it first, and apply that before anything else.',
  };
}

function words(store: DataStore, alike: readonly DataStore[], lack: Lack, graph: RiskGraph) {
  const off = lack.isWritten ? 'switched off' : 'not switched on';
  const [holder] = holdersOf(store, graph);
  if (holder?.honouredBy === undefined) {
    return { what: `Nothing refuses to delete ${nameOf(alike)}: deletion protection is ${off}.` };
  }
  const tool = holder.honouredBy;
  return {
    what: `Only ${tool} refuses to delete ${nameOf(alike)}: the vendor's own deletion protection is ${off}.`,
    fix: `Switch on the protection that the vendor itself honours: "${holder.name}" holds nobody back who does without ${tool}.`,
  };
}

/** The vendor has a protection, and it is known to be off. */
function unprotected(store: DataStore, graph: RiskGraph): Lack | null {
  if (known(store.deletionProtection) !== false) return null;
  const lack = lackOf(store, graph, store.deletionProtection);
  if (isHeld(store, graph)) {
    const isPassed = lack !== null && isPassedBy(store, graph);
    return isPassed ? { ...lack, severity: milder(lack.severity, 'medium') } : null;
  }
  if (lack === null || !lack.isWritten || !holdsCopies(store, graph)) return lack;
  // What the copies are of is worth as much as any store nearby.
  return { ...lack, severity: worse(lack.severity, 'medium') };
}

/** Only the tool that made it refuses, and somebody has a way that does not lead through that tool. */
function isPassedBy(store: DataStore, graph: RiskGraph): boolean {
  if (store.holds === 'bucket') return false;
  const isOfTool = holdersOf(store, graph).every(({ honouredBy }) => honouredBy !== undefined);
  return isOfTool && isReached(store, graph);
}

function holdersOf(store: DataStore, graph: RiskGraph): readonly Guard[] {
  return graph.from(store, 'guarded-by', 'Guard').filter(({ strength }) => strength === 'blocks');
}

function milder(a: Lack['severity'], b: Lack['severity']): Lack['severity'] {
  return worse(a, b) === a ? b : a;
}

function holdsCopies(store: DataStore, graph: RiskGraph): boolean {
  return graph.into(store, 'placed-in', 'Backup').length > 0;
}
