import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'atlas',
  { source: 'https://www.mongodb.com/docs/atlas/cli/current/command/atlas/', checkedOn },
  { asks: 'needs-flag', skipsPrompt: ['--force'] },
);
/** Generated from the administration API: no question, no flag. */
const generated = commandsOf('atlas', {
  source: 'https://www.mongodb.com/docs/atlas/cli/current/command/atlas-api/',
  checkedOn,
});
const terminationProtection = 'termination protection has to be switched off first, where it is on';

/** Destructive commands of the Atlas CLI. Deleting a cluster deletes its backup snapshots, unless they are kept on purpose. */
export const commands: readonly CommandSpec[] = [
  command('clusters|cluster delete|rm', 'database', {
    safeVariant: 'atlas clusters describe',
    recovery: terminationProtection,
  }),
  command('projects|project delete|rm', 'project', { safeVariant: 'atlas projects list' }),
  command('organizations|organization|orgs|org delete|rm', 'account', {
    safeVariant: 'atlas organizations list',
  }),
  command('backups|backup snapshots|snapshot delete|rm', 'backup', {
    safeVariant: 'atlas backups snapshots list',
  }),
  command('backups|backup schedule delete|rm', 'backup', {
    safeVariant: 'atlas backups schedule describe',
  }),
  command(
    'clusters|cluster onlineArchives|onlinearchives|onlineArchive|onlinearchive delete|rm',
    'backup',
    { safeVariant: 'atlas clusters onlineArchives list' },
  ),
  command('streams|stream instances|instance delete|rm', 'queue', {
    safeVariant: 'atlas streams instances list',
  }),
  generated('api clusters deleteCluster', 'database', {
    safeVariant: 'atlas clusters describe',
    recovery: terminationProtection,
  }),
  generated('api flexClusters deleteFlexCluster', 'database', {
    safeVariant: 'atlas clusters list',
    recovery: terminationProtection,
  }),
  generated('api projects deleteGroup', 'project', { safeVariant: 'atlas projects list' }),
  generated('api organizations deleteOrg', 'account', {
    safeVariant: 'atlas organizations list',
  }),
  generated(
    'api cloudBackups deleteClusterBackupSnapshot|deleteBackupShardedCluster|deleteClusterBackupSchedule',
    'backup',
    { safeVariant: 'atlas backups snapshots list' },
  ),
];
