import type { ResourceSpec } from '../../model/resource.ts';
import { withGuards } from '../../recognize/resource/guarded-stores.ts';
import { audit } from './resources/audit.ts';
import { backup } from './resources/backup.ts';
import { caches, clusters } from './resources/clusters.ts';
import { diskSnapshots } from './resources/disk-snapshots.ts';
import { dynamodb } from './resources/dynamodb.ts';
import { fileSystems } from './resources/file-systems.ts';
import { organizationPolicyOn } from './resources/organization-policies.ts';
import { principals } from './resources/principals.ts';
import { rds } from './resources/rds.ts';
import { s3 } from './resources/s3.ts';

/** What the types of AWS mean that hold data, copy it, say who may delete it, or record what is done to it. */
export const resources: readonly ResourceSpec[] = [
  ...withGuards(
    [...rds, ...clusters, ...caches, ...dynamodb, ...fileSystems, ...s3],
    organizationPolicyOn,
  ),
  ...backup,
  ...diskSnapshots,
  ...audit,
  ...principals,
];
