import { expect, it } from 'vitest';
import { factsOf, only, said } from '../../../../test/resource-facts-of.ts';
import { resources } from '../resources.ts';

function logsIn(type: string, body: string): readonly string[] {
  const text = `resource "${type}" "main" {\n${body}\n}\nresource "azurerm_log_analytics_workspace" "own" {\n}\n`;
  return only(factsOf(text, resources), 'AuditLog').map(({ alerts }) => said(alerts));
}

const setting = 'azurerm_monitor_diagnostic_setting';
const own = 'log_analytics_workspace_id = azurerm_log_analytics_workspace.own.id';
const category = (name: string) => `enabled_log {\n category = "${name}"\n}`;

it.each([
  [`${own}\n${category('Administrative')}`, ['default false']],
  [`log_analytics_workspace_id = var.archive\n${category('Administrative')}`, ['-']],
  [`${own}\neventhub_authorization_rule_id = var.siem\n${category('Administrative')}`, ['-']],
  [`${own}\n${category('StorageRead')}`, []],
])('a setting %j is a log with alerts %j', (body, expected) => {
  expect(logsIn(setting, body)).toEqual(expected);
});

const alert = 'azurerm_monitor_activity_log_alert';
const action = 'action {\n action_group_id = var.on_call\n}';
const criteria = (text: string) => `criteria {\n category = "Administrative"\n${text}\n}`;

it.each([
  [`${action}\n${criteria('operation_name = "Microsoft.Sql/servers/databases/delete"')}`, 1],
  [`${action}\n${criteria('')}`, 1],
  [`${action}\n${criteria('operation_name = "Microsoft.Sql/servers/write"')}`, 0],
  [criteria('operation_name = "Microsoft.Sql/servers/databases/delete"'), 0],
  [`enabled = false\n${action}\n${criteria('')}`, 0],
])('an alert %j tells of deletions: %i', (body, count) => {
  expect(logsIn(alert, body)).toEqual(Array.from({ length: count }, () => 'set true'));
});

it.each([
  `${action}\n${criteria('operation_name = var.operation')}`,
  `${action}\ncriteria {\n category = var.category\n}`,
])('nobody can tell whether an alert %j tells of deletions', (body) => {
  expect(logsIn(alert, body)).toEqual(['unknown']);
});
