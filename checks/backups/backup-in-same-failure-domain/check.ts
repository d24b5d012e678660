import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Backup, Confidence, DataStore, Relation } from '../../../src/model/fact.ts';
import { type Severity, weaker } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { isHeld } from '../../../src/model/store-control.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'backup-in-same-failure-domain',
  title: 'Backup is destroyed together with the data it protects',
  severity: 'high',
  since: '0.1.0',
  on: 'Backup',
  needs: ['InfraStack', ...pathFacts],
  why: 'One delete call removes the data and every copy that could restore it.',
  fix: 'Copy backups to an account or provider that no credential for the data store can reach, and make them immutable there.',
  accept: 'When another backup of the same store, declared elsewhere, survives its deletion.',
  references: [
    'https://docs.railway.com/reference/backups',
    'https://www.cisa.gov/stopransomware/ransomware-guide',
  ],

  *run(backup, graph) {
    for (const store of graph.from(backup, 'backs-up', 'DataStore')) {
      if (known(store.disposable) === true || store.holds === 'cache') continue;
      const shared = sharedDomain(graph, backup, store);
      if (shared === undefined || outlives(graph, backup, store)) continue;
      // What the platform makes on its own is no news where another copy exists.
      if (backup.implied && hasOther(graph, backup, store)) continue;
      const severity = severityFor(graph, store, backup);
      if (severity === null) continue;
      yield {
        at: backup.at,
        label: 'the backup',
        what: `Backup "${backup.name}" is lost together with "${store.name}": ${shared.because}.`,
        confidence: shared.confidence,
        severity,
        subjects: [backup, store],
        related: [
          { ...shared.at, label: 'where it is kept' },
          { ...store.at, label: 'the data it protects' },
        ],
      };
      return;
    }
  },
});

interface Shared {
  readonly because: string;
  readonly at: Relation['at'];
  readonly confidence: Confidence;
}

/** Proof that the two go together: the platform says so, or both lie in one resource. A setting nobody can read proves nothing. */
function sharedDomain(graph: RiskGraph, backup: Backup, store: DataStore): Shared | undefined {
  if (known(backup.survivesSourceDeletion) === false) {
    return {
      because: 'the platform deletes it with its source',
      at: backup.survivesSourceDeletion.at,
      confidence: weaker(backup.confidence, store.confidence),
    };
  }
  const around = new Set(
    graph
      .domains(store)
      .filter((domain) => domain.level === 'resource')
      .map((domain) => domain.key),
  );
  for (const domain of graph.domains(backup)) {
    if (domain.level !== 'resource' || !around.has(domain.key)) continue;
    const edge = graph.edges(backup, 'placed-in').find((candidate) => candidate.to === domain.key);
    if (edge !== undefined)
      return { because: edge.because, at: edge.at, confidence: edge.confidence };
  }
  return undefined;
}

/** Another backup of the same store that nothing says is lost with it. */
function hasOther(graph: RiskGraph, backup: Backup, store: DataStore): boolean {
  return graph
    .into(store, 'backs-up', 'Backup')
    .some((other) => other.key !== backup.key && known(other.survivesSourceDeletion) !== false);
}

/** Another copy is known to stay when the store goes. A replica follows its source. */
function outlives(graph: RiskGraph, backup: Backup, store: DataStore): boolean {
  return graph
    .into(store, 'backs-up', 'Backup')
    .some(
      (other) =>
        other.key !== backup.key &&
        other.method !== 'replica' &&
        known(other.survivesSourceDeletion) === true,
    );
}

/** Nothing where deleting the store is refused; little where it makes a last copy, or where nobody can tell whether it does. */
function severityFor(graph: RiskGraph, store: DataStore, backup: Backup): Severity | null {
  const severity = severityByTier(graph, store, backup);
  if (severity === null || known(backup.survivesSourceDeletion) !== false) return severity;
  if (isHeld(store, graph)) return null;
  const { deletionProtection, finalCopy } = store;
  const isUnread =
    deletionProtection.state === 'unknown' && deletionProtection.why === 'interpolated';
  const mayStay = isUnread || (finalCopy !== undefined && known(finalCopy) !== false);
  // Whoever calls the vendor directly may do without the last copy: that takes a path.
  if (mayStay) return graph.pathsTo(store).length > 0 ? 'low' : null;
  return severity;
}

/** Copies that nobody made by hand are the normal state of a platform: worse than that only where something can reach the store. */
function severityByTier(graph: RiskGraph, store: DataStore, backup: Backup): Severity | null {
  const isQuiet = backup.implied && graph.pathsTo(store).length === 0;
  switch (graph.tier(store)) {
    case 'production':
      return isQuiet ? 'medium' : 'high';
    case 'unknown':
      return isQuiet ? 'low' : 'medium';
    case 'staging':
      return isQuiet ? null : 'low';
    case 'development':
    case 'preview':
      return null;
  }
}
