import type { ResourceSpec } from '../../model/resource.ts';
import { withGuards } from '../../recognize/resource/guarded-stores.ts';
import { audit } from './resources/audit.ts';
import { backupDr } from './resources/backup-dr.ts';
import { caches } from './resources/caches.ts';
import { cloudSql } from './resources/cloud-sql.ts';
import { databases } from './resources/databases.ts';
import { denyPolicyOn } from './resources/deny-policies.ts';
import { disks } from './resources/disks.ts';
import { principals } from './resources/principals.ts';
import { storage } from './resources/storage.ts';

/** What the types of Google Cloud mean that hold data, copy it, say who may delete it, or record what is done to it. */
export const resources: readonly ResourceSpec[] = [
  ...withGuards([...cloudSql, ...databases, ...caches, ...storage, ...disks], denyPolicyOn),
  ...backupDr,
  ...principals,
  ...audit,
];
