import type { DataNode } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, unknown, written } from '../../../model/value.ts';
import {
  alertFacts,
  alertsByDefault,
  auditFacts,
} from '../../../recognize/resource/audit-facts.ts';
import { isWritten, literal, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { google } from './spec.ts';

const alwaysOn = 'https://cloud.google.com/logging/docs/audit#admin-activity';
const own = 'https://cloud.google.com/logging/docs/alerting/log-based-alerts';
/** Of a filter of log entries: a method that deletes, whichever way it is compared. */
const DELETION = /methodName[^\n]{0,200}delete/i;
/** Of a filter of counted entries: a metric that counts no log entries. */
const OTHER_METRIC = /metric\.type\s{0,5}=\s{0,5}\\?["'](?!logging\.googleapis\.com\/user\/)[a-z]/;

/** Who did what to a project is always recorded: where the record is sent, and what tells somebody of a deletion. */
export const audit: readonly ResourceSpec[] = [
  google.spec(['google_logging_project_sink', 'google_logging_organization_sink'], sink),
  google.spec(['google_monitoring_alert_policy'], alert),
];

/** A sink that takes records of what people do; many only take those of programs. */
function sink(resource: Resource): readonly Fact[] {
  const filter = settingAt(resource, 'filter');
  const isAudit =
    filter === undefined || (filter.type === 'scalar' && /cloudaudit|activity/i.test(filter.text));
  if (!isAudit || known(google.off(resource, 'disabled')) === true) return [];
  const target = resource.stack.target(settingAt(resource, 'destination'));
  return auditFacts(resource, 'google-cloud', {
    isOn: byDefault(true, resource.at, alwaysOn),
    immutable:
      target?.type === 'google_logging_project_bucket_config'
        ? google.off(target, 'locked')
        : notSaid(resource),
    retentionDays: unknown('external', resource.at),
    ...alertsByDefault(resource, ['destination'], own),
  });
}

/** A policy on log entries themselves, or on a metric that counts them. */
function alert(resource: Resource): readonly Fact[] {
  const isOn = known(google.on(resource, 'enabled')) !== false;
  if (!isOn || !isWritten(resource, 'notification_channels')) return [];
  const counted = settingAt(resource, 'conditions.condition_threshold.filter');
  const metric = metricOf(resource, counted);
  const filters = [
    settingAt(resource, 'conditions.condition_matched_log.filter'),
    metric === undefined ? undefined : settingAt(metric, 'filter'),
  ];
  if (filters.some((filter) => DELETION.test(textIn(filter)))) {
    return alertFacts(resource, 'google-cloud', written(true, resource.at));
  }
  const isOpen =
    filters.some((filter) => filter?.type === 'expr') ||
    (metric === undefined && counted?.type === 'expr' && !OTHER_METRIC.test(counted.text));
  return isOpen ? alertFacts(resource, 'google-cloud', unknown('interpolated', resource.at)) : [];
}

/** The metric of the same stack that a filter of counted entries names. */
function metricOf({ stack }: Resource, counted: DataNode | undefined): Resource | undefined {
  return stack.resources.find(
    (other) =>
      other.type === 'google_logging_metric' &&
      (other === stack.target(counted) ||
        textIn(counted).includes(`user/${literal(other, 'name') ?? '\n'}`)),
  );
}

/** A text as it is written, around what is computed in it. */
function textIn(node: DataNode | undefined): string {
  return node?.type === 'scalar' || node?.type === 'expr' ? node.text : '';
}
