import type { Target } from '../../model/fact.ts';
import type { ActionCatalogue, PolicyAction } from '../../recognize/policy/aws-evaluate.ts';

/**
 * Actions that take data or its copies away, as policies name them. EFS is `elasticfilesystem`, OpenSearch is `es`, Keyspaces is `cassandra`; DocumentDB
 * and Neptune share `rds`.
 */
const actions: Readonly<Partial<Record<Target, string>>> = {
  database: `
    rds:DeleteDBInstance rds:DeleteDBCluster rds:DeleteGlobalCluster docdb-elastic:DeleteCluster dynamodb:DeleteTable redshift:DeleteCluster
    es:DeleteDomain aoss:DeleteCollection memorydb:DeleteCluster timestream:DeleteDatabase cassandra:Drop dsql:DeleteCluster
    lightsail:DeleteRelationalDatabase`,
  volume: `
    ec2:DeleteVolume elasticfilesystem:DeleteFileSystem fsx:DeleteFileSystem lightsail:DeleteDisk`,
  bucket: 's3:DeleteBucket s3:DeleteObject glacier:DeleteVault',
  // What a key encrypts, copies included, nobody reads again once the key is gone.
  backup: `
    rds:DeleteDBSnapshot rds:DeleteDBClusterSnapshot rds:DeleteDBInstanceAutomatedBackup rds:DeleteDBClusterAutomatedBackup ec2:DeleteSnapshot
    ec2:DeregisterImage dynamodb:DeleteBackup s3:DeleteObjectVersion s3:BypassGovernanceRetention backup:DeleteRecoveryPoint
    elasticache:DeleteSnapshot redshift:DeleteClusterSnapshot fsx:DeleteBackup kms:ScheduleKeyDeletion`,
  cache:
    'elasticache:DeleteCacheCluster elasticache:DeleteReplicationGroup elasticache:DeleteServerlessCache',
  queue: 'kafka:DeleteCluster kinesis:DeleteStream sqs:DeleteQueue',
  service:
    'cloudformation:DeleteStack eks:DeleteCluster ecs:DeleteCluster elasticbeanstalk:TerminateEnvironment',
  account: 'account:CloseAccount organizations:CloseAccount',
};

/** Rights with which a principal gives itself every other. Passing a role is not among them: what it opens depends on the role. */
const escalating = [
  'iam:AttachUserPolicy',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:PutUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:CreateAccessKey',
  'iam:UpdateAssumeRolePolicy',
];

/**
 * What policies of AWS can let somebody destroy.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (read 2026-11-21)
 */
export const policyActions: ActionCatalogue = {
  destructive: Object.entries(actions).flatMap(
    ([destroys, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((action): PolicyAction => ({ action, destroys: destroys as Target })), // the keys of the table are targets
  ),
  escalating,
};
