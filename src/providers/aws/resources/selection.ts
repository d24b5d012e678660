import { at, type DataNode, entries, items } from '../../../model/document.ts';
import type { Resource } from '../../../model/resource.ts';
import { literal } from '../../../recognize/resource/derived-settings.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';

/** What AWS Backup can copy: service and kind as its ARNs have them, and the setting that holds the name at their end. */
const copied: Readonly<Record<string, readonly [service: string, kind: string, name: string]>> = {
  aws_db_instance: ['rds', 'db:', 'identifier'],
  'AWS::RDS::DBInstance': ['rds', 'db:', 'identifier'],
  aws_rds_cluster: ['rds', 'cluster:', 'cluster_identifier'],
  'AWS::RDS::DBCluster': ['rds', 'cluster:', 'cluster_identifier'],
  aws_docdb_cluster: ['rds', 'cluster:', 'cluster_identifier'],
  'AWS::DocDB::DBCluster': ['rds', 'cluster:', 'db_cluster_identifier'],
  aws_neptune_cluster: ['rds', 'cluster:', 'cluster_identifier'],
  'AWS::Neptune::DBCluster': ['rds', 'cluster:', 'db_cluster_identifier'],
  aws_dynamodb_table: ['dynamodb', 'table/', 'name'],
  'AWS::DynamoDB::Table': ['dynamodb', 'table/', 'name'],
  'AWS::DynamoDB::GlobalTable': ['dynamodb', 'table/', 'name'],
  aws_ebs_volume: ['ec2', 'volume/', 'id'],
  'AWS::EC2::Volume': ['ec2', 'volume/', 'id'],
  aws_efs_file_system: ['elasticfilesystem', 'file-system/', 'id'],
  'AWS::EFS::FileSystem': ['elasticfilesystem', 'file-system/', 'id'],
  aws_fsx_lustre_file_system: ['fsx', 'file-system/', 'id'],
  aws_fsx_windows_file_system: ['fsx', 'file-system/', 'id'],
  aws_fsx_ontap_file_system: ['fsx', 'file-system/', 'id'],
  aws_fsx_openzfs_file_system: ['fsx', 'file-system/', 'id'],
  aws_redshift_cluster: ['redshift', 'cluster:', 'cluster_identifier'],
  'AWS::Redshift::Cluster': ['redshift', 'cluster:', 'cluster_identifier'],
  aws_s3_bucket: ['s3', '', 'bucket'],
  'AWS::S3::Bucket': ['s3', '', 'bucket'],
  aws_timestreamwrite_table: ['timestream', 'database/', 'database_name'],
};

/** Which stores a selection takes. `isOpen`: perhaps others too, of this stack or elsewhere. */
export interface Selected {
  readonly stores: readonly Resource[];
  readonly isOpen: boolean;
}

/** A pair that a tag must be. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Everything of the stack that AWS Backup can copy. */
export function copiable(from: Resource): readonly Resource[] {
  return from.stack.resources.filter((resource) => copied[resource.type] !== undefined);
}

/** By the ARNs of a list, which may hold `*`. */
export function selectedByName(from: Resource, list: DataNode | undefined): Selected {
  const stores: Resource[] = [];
  let isOpen = list?.type === 'expr';
  for (const item of list?.type === 'list' ? items(list) : []) {
    const target = from.stack.target(item);
    if (target !== undefined) stores.push(target);
    else if (item.type === 'scalar') {
      stores.push(...copiable(from).filter((resource) => isNamed(resource, item.text)));
      isOpen = true;
    } else isOpen = true;
  }
  return { stores, isOpen };
}

/** By tags, any of which is enough. What a resource gets from its provider's default tags is not seen, so it stays open. */
export function selectedByTag(
  candidates: readonly Resource[],
  tags: readonly (Tag | null)[],
): Selected {
  return {
    isOpen: tags.length > 0,
    stores: candidates.filter((resource) =>
      tags.some((tag) => tag !== null && valueOfTag(resource, tag.key) === tag.value),
    ),
  };
}

/** `{ Backup = "hourly" }` as pairs; `null` for what is not known. */
export function tagsOf(node: DataNode | undefined): readonly (Tag | null)[] {
  if (node === undefined) return [];
  if (node.type !== 'map') return [null];
  return entries(node).map(({ key, value }) =>
    value.type === 'scalar' ? { key, value: value.text } : null,
  );
}

function valueOfTag(resource: Resource, key: string): string | undefined {
  const node = at(settingAt(resource, 'tags'), key) ?? at(settingAt(resource, 'tags_all'), key);
  return node?.type === 'scalar' ? node.text : undefined;
}

function isNamed(resource: Resource, pattern: string): boolean {
  if (pattern === '*') return true;
  const [service, kind, name] = copied[resource.type] ?? ['', '', ''];
  const parts = pattern.split(':');
  if (parts[2] !== service) return false;
  const rest = parts.slice(5).join(':');
  if (rest === '*') return true;
  if (!rest.startsWith(kind)) return false;
  const wanted = rest.slice(kind.length);
  const actual = literal(resource, name);
  if (wanted === '*') return true;
  if (actual === undefined) return false;
  return wanted.endsWith('*') ? actual.startsWith(wanted.slice(0, -1)) : actual === wanted;
}
