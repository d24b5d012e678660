import { defineCheck } from '../../../src/model/check.ts';
import type { DataStore } from '../../../src/model/fact.ts';
import type { Severity } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'backup-failure-hidden',
  title: 'Nobody notices when the backup fails',
  severity: 'medium',
  since: '0.1.0',
  on: 'Backup',
  needs: ['Backup', 'DataStore', 'Environment', 'Relation', 'Binding'],
  why: 'The copies stop or are empty, the job says that all is well, and the first to find out is whoever needs one.',
  fix: 'Let the job fail with the dump (`set -euo pipefail`, no `|| true`), test the size or content of what was written, and send a message when the job does not end well.',
  accept: 'When something else watches the age and size of the copies.',
  references: [
    'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
    'https://www.gnu.org/software/bash/manual/html_node/Pipelines.html',
  ],

  *run(backup, graph) {
    const failure = backup.hiddenFailure;
    if (failure === undefined) return;
    const stores = graph
      .from(backup, 'backs-up', 'DataStore')
      .filter((store) => known(store.disposable) !== true && store.holds !== 'cache');
    const [store] = stores;
    const severity = worst(stores.map((one) => severityFor(graph, one)));
    if (store === undefined || severity === null) return;
    yield {
      at: failure.at,
      label: 'what hides it',
      what: `When "${backup.name}" fails, nobody notices: ${failure.because}.`,
      confidence: backup.confidence,
      severity,
      subjects: [backup],
      related: [{ ...backup.at, label: 'the backup' }],
    };
  },
});

function worst(severities: readonly (Severity | null)[]): Severity | null {
  return (
    severities.find((one) => one === 'medium') ?? severities.find((one) => one !== null) ?? null
  );
}

function severityFor(graph: RiskGraph, store: DataStore): Severity | null {
  switch (graph.tier(store)) {
    case 'production':
    case 'unknown':
      return 'medium';
    case 'staging':
      return 'low';
    case 'development':
    case 'preview':
      return null;
  }
}
