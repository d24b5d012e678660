import type { ResourceSpec } from '../../model/resource.ts';
import { audit } from './resources/audit.ts';
import { backup } from './resources/backup.ts';
import { cosmos } from './resources/cosmos.ts';
import { disks } from './resources/disks.ts';
import { principals } from './resources/principals.ts';
import { servers } from './resources/servers.ts';
import { sql } from './resources/sql.ts';
import { storage } from './resources/storage.ts';

/** What the types of Azure mean that hold data, copy it, say who may delete it, or record what is done to it. */
export const resources: readonly ResourceSpec[] = [
  ...servers,
  ...sql,
  ...cosmos,
  ...storage,
  ...disks,
  ...backup,
  ...principals,
  ...audit,
];
