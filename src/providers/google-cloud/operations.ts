import type { ApiSpec } from '../../model/knowledge.ts';
import { operationsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const sql = operationsOf({
  source: 'https://cloud.google.com/sql/docs/mysql/admin-api/rest',
  checkedOn,
});
const compute = operationsOf({
  source: 'https://cloud.google.com/compute/docs/reference/rest/v1',
  checkedOn,
});
const storage = operationsOf({
  source: 'https://cloud.google.com/storage/docs/json_api/v1',
  checkedOn,
});
const projects = operationsOf({
  source: 'https://cloud.google.com/resource-manager/reference/rest',
  checkedOn,
});
const bigquery = operationsOf({
  source: 'https://cloud.google.com/bigquery/docs/reference/rest',
  checkedOn,
});

const undelete =
  'according to vendor documentation in 2026, restorable for 30 days with projects.undelete';
const instance = '/projects/{project}/instances/{instance}';

/** REST calls of Google Cloud that destroy. Cloud SQL and Spanner share paths, both hold databases; Firestore stands in the pack of Firebase. */
export const api: ApiSpec = {
  hosts: [
    'sqladmin.googleapis.com',
    'spanner.googleapis.com',
    'compute.googleapis.com',
    'storage.googleapis.com',
    'bigquery.googleapis.com',
    'cloudresourcemanager.googleapis.com',
  ],
  operations: [
    sql(`DELETE /v1${instance}`, 'database'),
    sql(`DELETE /sql/v1beta4${instance}`, 'database'),
    sql(`DELETE /v1${instance}/databases/{database}`, 'database'),
    sql(`DELETE /sql/v1beta4${instance}/databases/{database}`, 'database'),
    sql(`DELETE /v1${instance}/backupRuns/{id}`, 'backup'),
    sql(`DELETE /sql/v1beta4${instance}/backupRuns/{id}`, 'backup'),
    compute('DELETE /compute/v1/projects/{project}/zones/{zone}/disks/{disk}', 'volume'),
    compute('DELETE /compute/v1/projects/{project}/regions/{region}/disks/{disk}', 'volume'),
    compute('DELETE /compute/v1/projects/{project}/zones/{zone}/instances/{instance}', 'volume'),
    compute('DELETE /compute/v1/projects/{project}/global/snapshots/{snapshot}', 'backup'),
    storage('DELETE /storage/v1/b/{bucket}', 'bucket', {
      recovery: 'it is refused while the bucket holds objects',
    }),
    storage('DELETE /storage/v1/b/{bucket}/o/{object}', 'bucket'),
    bigquery('DELETE /bigquery/v2/projects/{project}/datasets/{dataset}', 'database'),
    bigquery(
      'DELETE /bigquery/v2/projects/{project}/datasets/{dataset}/tables/{table}',
      'database',
    ),
    projects('DELETE /v1/projects/{project}', 'project', { recovery: undelete }),
    projects('DELETE /v3/projects/{project}', 'project', { recovery: undelete }),
  ],
};
