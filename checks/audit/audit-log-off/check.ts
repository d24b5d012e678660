import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { AuditLog } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'audit-log-off',
  title: 'What is done to the account is not recorded',
  severity: 'medium',
  since: '0.1.0',
  on: 'AuditLog',
  needs: ['AuditLog', 'InfraStack', 'FailureDomain', ...pathFacts],
  why: 'After a loss nobody can tell who deleted what, or whether it is still going on.',
  fix: 'Switch the log on for all regions, and keep it in an account of its own where its objects are locked.',
  accept: 'When another log records the same account.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  ],

  *run(log, graph) {
    if (!guardsSomething(log, graph)) return;
    if (known(log.isOn) === false) {
      if (isRecordedOtherwise(log, graph)) return;
      yield {
        at: log.isOn.at,
        label: 'the setting',
        what: `"${log.name}" is switched off, so deletions in its account leave no trace.`,
        confidence: log.confidence,
        severity: 'medium',
        subjects: [log],
        related: [{ ...log.at, label: 'the log' }],
      };
      return;
    }
    // Written, because it is the default that whoever runs the account can empty a log of it.
    if (log.immutable.state !== 'set' || log.immutable.value) return;
    yield {
      at: log.immutable.at,
      label: 'the setting',
      what: `The records of "${log.name}" may be destroyed with the stack that makes them.`,
      confidence: log.confidence,
      severity: 'low',
      subjects: [log],
      related: [{ ...log.at, label: 'the log' }],
    };
  },
});

/** Production, or data of nobody knows which tier, is declared beside it. */
function guardsSomething(log: AuditLog, graph: RiskGraph): boolean {
  switch (graph.tier(log)) {
    case 'production':
      return true;
    case 'unknown':
      return graph
        .from(log, 'placed-in', 'InfraStack')
        .flatMap((stack) => graph.into(stack, 'placed-in', 'DataStore'))
        .some((store) => store.holds !== 'cache' && known(store.disposable) !== true);
    case 'staging':
    case 'development':
    case 'preview':
      return false;
  }
}

function isRecordedOtherwise(log: AuditLog, graph: RiskGraph): boolean {
  const account = accountOf(log, graph);
  return graph
    .all('AuditLog')
    .some(
      (other) =>
        other.key !== log.key && known(other.isOn) === true && accountOf(other, graph) === account,
    );
}

function accountOf(log: AuditLog, graph: RiskGraph): string | undefined {
  return graph.from(log, 'placed-in', 'FailureDomain').find((domain) => domain.level === 'account')
    ?.key;
}
