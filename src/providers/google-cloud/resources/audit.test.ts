import { describe, expect, it } from 'vitest';
import { factsOf, only, said } from '../../../../test/resource-facts-of.ts';
import { resources } from '../resources.ts';

function logsIn(text: string): readonly string[] {
  return only(factsOf(text, resources), 'AuditLog').map(
    ({ name, alerts, immutable }) => `${name} alerts ${said(alerts)} immutable ${said(immutable)}`,
  );
}

const sink = (body: string) => `resource "google_logging_project_sink" "main" {\n${body}\n}\n`;
const bucket = 'resource "google_logging_project_bucket_config" "audit" {\n  locked = true\n}\n';
const own = 'destination = google_logging_project_bucket_config.audit.id';

describe('a sink of audit logs', () => {
  it.each([
    ['of everything', sink(own) + bucket, ['set true']],
    [
      'of audit logs',
      sink(`${own}\nfilter = "logName:cloudaudit.googleapis.com"`) + bucket,
      ['set true'],
    ],
    ['of programs', sink(`${own}\nfilter = "severity>=ERROR"`) + bucket, []],
    ['that is off', sink(`${own}\ndisabled = true`) + bucket, []],
  ])('%s', (_, text, immutable) => {
    expect(logsIn(text)).toEqual(
      immutable.map(
        (value) => `google_logging_project_sink.main alerts default false immutable ${value}`,
      ),
    );
  });

  it('that goes elsewhere may be watched there', () => {
    expect(logsIn(sink('destination = var.archive'))).toEqual([
      'google_logging_project_sink.main alerts - immutable unknown',
    ]);
  });
});

describe('an alert policy', () => {
  const policy = (condition: string, rest = 'notification_channels = [var.on_call]') =>
    `resource "google_monitoring_alert_policy" "gone" {\n${rest}\nconditions {\n${condition}\n}\n}\n`;
  const matched = (filter: string) => `condition_matched_log {\n filter = "${filter}"\n}`;
  const counted = `condition_threshold {
  filter = "metric.type=\\"logging.googleapis.com/user/deletions\\""
}`;
  const metric = `resource "google_logging_metric" "deletions" {
  name   = "deletions"
  filter = "protoPayload.methodName=~\\"delete\\""
}
`;
  it.each([
    ['on entries', policy(matched('protoPayload.methodName:instances.delete')), 1],
    ['on a metric that counts them', policy(counted) + metric, 1],
    ['on other entries', policy(matched('severity>=ERROR')), 0],
    [
      'on the load of machines',
      policy(
        'condition_threshold {\n filter = "metric.type=\\"compute.googleapis.com/cpu\\" AND ${var.x}"\n}',
      ),
      0,
    ],
    ['that tells nobody', policy(matched('protoPayload.methodName:instances.delete'), ''), 0],
  ])('%s', (_, text, count) => {
    expect(logsIn(text)).toHaveLength(count);
  });

  it.each([
    [
      'entries in one project',
      matched('${var.scope} AND protoPayload.methodName:delete'),
      'set true',
    ],
    ['given entries', matched('${var.filter}'), 'unknown'],
    ['a given metric', 'condition_threshold {\n filter = var.filter\n}', 'unknown'],
  ])('on %s', (_, condition, alerts) => {
    expect(logsIn(policy(condition))).toEqual([
      `google_monitoring_alert_policy.gone alerts ${alerts} immutable unknown`,
    ]);
  });
});
