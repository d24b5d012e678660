import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

/** Most commands of this CLI are generated from the API and never ask. */
const command = commandsOf('databricks', {
  source: 'https://docs.databricks.com/aws/en/dev-tools/cli/commands',
  checkedOn: '2026-11-21',
});

/** Destructive commands of the Databricks CLI. */
export const commands: readonly CommandSpec[] = [
  command('bundle destroy', 'environment', {
    asks: 'needs-flag',
    skipsPrompt: ['--auto-approve'],
    safeVariant: 'databricks bundle summary',
  }),
  command('fs rm', 'bucket', {
    onlyWith: ['--recursive|-r'],
    safeVariant: 'databricks fs ls',
  }),
  command('catalogs|schemas|metastores delete', 'database', {
    onlyWith: ['--force'],
    safeVariant: 'databricks schemas list',
  }),
  command('tables|online-tables delete', 'database', { safeVariant: 'databricks tables get' }),
  command('volumes delete', 'bucket', { safeVariant: 'databricks volumes read' }),
  command('pipelines delete', 'database', { safeVariant: 'databricks pipelines get' }),
  command(
    'database delete-database-instance|delete-database-catalog|delete-database-table',
    'database',
    {
      safeVariant: 'databricks database list-database-instances',
    },
  ),
  command('postgres delete-project|delete-database', 'database', {
    safeVariant: 'databricks postgres list-projects',
  }),
  command('postgres delete-branch', 'environment', {
    safeVariant: 'databricks postgres list-branches',
  }),
  command('vector-search-indexes delete-index', 'database', {
    safeVariant: 'databricks vector-search-indexes list-indexes',
  }),
  command('workspace delete', 'files', {
    onlyWith: ['--recursive'],
    safeVariant: 'databricks workspace list',
  }),
  command('clusters permanent-delete', 'service', { safeVariant: 'databricks clusters get' }),
  command('account workspaces delete', 'project', {
    safeVariant: 'databricks account workspaces list',
  }),
  command('account metastores delete', 'database', {
    onlyWith: ['--force'],
    safeVariant: 'databricks account metastores list',
  }),
];
