import type { OperationSpec } from '../../model/knowledge.ts';

const checkedOn = '2026-11-21';
const schema = 'https://github.com/railwayapp/cli/blob/master/src/gql/schema.json';
const delayed =
  'according to vendor documentation in 2026, restorable for 48 hours through an e-mailed link or the dashboard, not through the API';

function mutation(
  name: string,
  destroys: OperationSpec['destroys'],
  argument: string | null,
  recovery: string | null = null,
): OperationSpec {
  return { name, transport: 'graphql', destroys, argument, recovery, source: schema, checkedOn };
}

/** GraphQL mutations that destroy; none asks, and every token of sufficient scope may send them. */
export const operations: readonly OperationSpec[] = [
  mutation('volumeDelete', 'volume', 'volumeId', delayed),
  mutation('volumeInstanceBackupDelete', 'backup', 'volumeInstanceBackupId'),
  mutation(
    'volumeInstanceBackupRestore',
    'volume',
    'volumeInstanceBackupId',
    'the old volume stays unmounted, but newer backups are removed',
  ),
  mutation('volumeInstancePITRRestore', 'database', 'volumeInstanceId'),
  mutation('disablePitrForHaCluster', 'backup', null),
  mutation('bucketCredentialsReset', 'bucket', 'bucketId', 'the objects stay, the old keys die'),
  mutation('serviceDelete', 'service', 'id'),
  mutation('environmentDelete', 'environment', 'id'),
  mutation('projectDelete', 'project', 'id'),
  mutation('projectScheduleDelete', 'project', 'id', 'the deletion waits 48 hours'),
  mutation('projectScheduleDeleteForce', 'project', 'id'),
  mutation('workspaceDelete', 'account', 'id'),
  mutation('userDelete', 'account', null),
];
