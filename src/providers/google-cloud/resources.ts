import type { ResourceSpec } from '../../model/resource.ts';
import { audit } from './resources/audit.ts';
import { backupDr } from './resources/backup-dr.ts';
import { caches } from './resources/caches.ts';
import { cloudSql } from './resources/cloud-sql.ts';
import { databases } from './resources/databases.ts';
import { disks } from './resources/disks.ts';
import { principals } from './resources/principals.ts';
import { storage } from './resources/storage.ts';

/** What the types of Google Cloud mean that hold data, copy it, say who may delete it, or record what is done to it. */
export const resources: readonly ResourceSpec[] = [
  ...cloudSql,
  ...databases,
  ...caches,
  ...storage,
  ...disks,
  ...backupDr,
  ...principals,
  ...audit,
];
