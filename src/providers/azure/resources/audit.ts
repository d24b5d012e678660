import { at, items } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, unknown } from '../../../model/value.ts';
import {
  alertFacts,
  alertsByDefault,
  auditFacts,
} from '../../../recognize/resource/audit-facts.ts';
import { derived, isWritten, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { settingAt, textOf } from '../../../recognize/resource/settings.ts';
import { azure } from './spec.ts';

const activity = 'https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log';

/** Settings of a diagnostic setting that say where it sends. */
const destinations = [
  'log_analytics_workspace_id',
  'storage_account_id',
  'eventhub_authorization_rule_id',
  'partner_solution_id',
];

/** An operation that takes something away: `Microsoft.Sql/servers/databases/delete`. */
const DELETION = /\/delete(?:\/action)?$/i;

/** The activity log of a subscription is always kept for a while: where it is sent, and what tells somebody of a deletion. */
export const audit: readonly ResourceSpec[] = [
  azure.spec(['azurerm_monitor_diagnostic_setting'], setting),
  azure.spec(['azurerm_monitor_activity_log_alert'], alert),
];

/** Only the category of what people do to resources counts; settings of single resources have others. */
function setting(resource: Resource): readonly Fact[] {
  const logs = ['enabled_log', 'log'].flatMap((name) => items(settingAt(resource, name)));
  const category = logs
    .map((log) => at(log, 'category'))
    .find((one) => one?.type === 'scalar' && one.text === 'Administrative');
  if (category === undefined) return [];
  return auditFacts(resource, 'azure', {
    isOn: byDefault(true, resource.at, activity),
    immutable: notSaid(resource),
    retentionDays: unknown('external', resource.at),
    ...alertsByDefault(resource, destinations, activity),
  });
}

/** An alert on operations that delete, or on whatever is done, with somebody to tell. */
function alert(resource: Resource): readonly Fact[] {
  const isOn = known(azure.on(resource, 'enabled')) !== false && isWritten(resource, 'action');
  if (!isOn) return [];
  const isAbout = isWritten(resource, 'criteria.operation_name')
    ? derived(textOf(resource, 'criteria.operation_name', null), (name) => DELETION.test(name))
    : derived(textOf(resource, 'criteria.category', null), (name) => name === 'Administrative');
  return alertFacts(resource, 'azure', isAbout);
}
