import type { SourceRange } from '../../model/source.ts';
import type { PolicyReading } from '../../recognize/policy/aws-statement.ts';
import { unreadPolicy } from '../../recognize/policy/aws-statement.ts';

/** The part of a policy of AWS's own that destroys, on every resource and without a condition. */
interface ManagedGrant {
  readonly names: string;
  readonly actions: string;
  /** The actions are what it leaves out. */
  readonly allBut?: boolean;
}

/**
 * Policies that AWS keeps, by what their documents grant.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html (documents read 2026-11-21)
 */
const managed: readonly ManagedGrant[] = [
  { names: 'AdministratorAccess', actions: '*' },
  { names: 'PowerUserAccess', actions: 'iam:* organizations:* account:*', allBut: true },
  { names: 'AmazonRDSFullAccess', actions: 'rds:*' },
  {
    names:
      'AmazonDocDBFullAccess AmazonDocDBConsoleFullAccess NeptuneFullAccess NeptuneConsoleFullAccess',
    actions: 'rds:DeleteDBInstance rds:DeleteDBCluster rds:DeleteDBClusterSnapshot',
  },
  { names: 'AmazonS3FullAccess', actions: 's3:*' },
  { names: 'AmazonEC2FullAccess', actions: 'ec2:*' },
  { names: 'AmazonDynamoDBFullAccess AmazonDynamoDBFullAccess_v2', actions: 'dynamodb:*' },
  { names: 'AmazonElastiCacheFullAccess', actions: 'elasticache:*' },
  { names: 'AmazonRedshiftFullAccess', actions: 'redshift:*' },
  { names: 'AmazonOpenSearchServiceFullAccess AmazonESFullAccess', actions: 'es:*' },
  { names: 'AmazonElasticFileSystemFullAccess', actions: 'elasticfilesystem:DeleteFileSystem' },
  { names: 'AmazonFSxFullAccess', actions: 'fsx:DeleteFileSystem fsx:DeleteBackup' },
  { names: 'AmazonKeyspacesFullAccess AmazonKeyspacesFullAccess_v2', actions: 'cassandra:*' },
  { names: 'AmazonTimestreamFullAccess', actions: 'timestream:*' },
  { names: 'AmazonGlacierFullAccess', actions: 'glacier:*' },
  { names: 'AWSBackupFullAccess AWSBackupAdminPolicy', actions: 'backup:*' },
  { names: 'AWSCloudFormationFullAccess', actions: 'cloudformation:*' },
  { names: 'AmazonECS_FullAccess', actions: 'ecs:* cloudformation:DeleteStack' },
  { names: 'IAMFullAccess', actions: 'iam:*' },
  {
    names: 'DatabaseAdministrator',
    actions: `rds:* dynamodb:* elasticache:* redshift:* s3:DeleteObjectVersion s3:DeleteObject s3:PutLifecycleConfiguration s3:PutBucketVersioning`,
  },
  {
    names: 'SystemAdministrator',
    actions:
      'ec2:DeleteVolume ec2:DeleteSnapshot s3:DeleteBucket s3:DeleteObject s3:DeleteObjectVersion',
  },
  {
    names: 'DataScientist',
    actions: 'rds:* dynamodb:* elasticfilesystem:* redshift:* es:*',
  },
  { names: 'NetworkAdministrator AmazonEKSClusterPolicy', actions: 'ec2:DeleteVolume' },
  {
    names:
      'AmazonElasticMapReduceFullAccess AmazonElasticMapReduceforEC2Role AmazonEC2RoleforDataPipelineRole',
    actions: 's3:*',
  },
  { names: 'ViewOnlyAccess SecurityAudit', actions: '*:Describe* *:List*' },
];

const grants: ReadonlyMap<string, ManagedGrant> = new Map(
  managed.flatMap((grant) => grant.names.split(' ').map((name) => [name, grant] as const)),
);

const reads: ManagedGrant = { names: '', actions: '*:Get* *:List* *:Describe*' };

/** Name of a policy of AWS's own in the text of an ARN, computed parts of which do not matter; `null` for policies of an account. */
export function managedPolicyName(text: string): string | null {
  const match = /:aws:policy\/(?:[\w+=,.@-]{1,64}\/){0,4}([\w+=,.@-]{1,128})/.exec(
    text.slice(0, 500),
  );
  return match?.[1] ?? null;
}

/** What a policy of AWS's own grants, as far as it matters here. */
export function managedPolicy(name: string, at: SourceRange): PolicyReading {
  const grant = grants.get(name) ?? (name.endsWith('ReadOnlyAccess') ? reads : undefined);
  if (grant === undefined) return unreadPolicy;
  return {
    statements: [
      {
        allows: true,
        actions: grant.actions.trim().split(/\s+/),
        allActionsBut: grant.allBut === true,
        resources: ['*'],
        allResourcesBut: false,
        condition: 'none',
        conditionKeys: [],
        at,
      },
    ],
    isWhole: true,
  };
}
