import type { Target } from '../../model/fact.ts';
import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const reference = 'https://docs.aws.amazon.com/cli/latest/reference';
/** Products that the commands of a service take; what is declared by its address alone goes by the name of its engine. */
const productsOf: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3-bucket'],
  s3api: ['s3-bucket'],
  dynamodb: ['dynamodb-table'],
  keyspaces: ['keyspaces-table', 'cassandra'],
  rds: [
    'rds-instance',
    'rds-cluster',
    'postgres',
    'mysql',
    'mariadb',
    'sqlserver',
    'oracle',
    'sql',
  ],
  docdb: ['documentdb', 'mongodb'],
  neptune: ['neptune'],
  'docdb-elastic': ['mongodb'],
  dsql: ['dsql', 'postgres'],
  redshift: ['redshift', 'postgres'],
  'redshift-serverless': ['redshift-serverless', 'redshift', 'postgres'],
  opensearch: ['opensearch', 'elasticsearch'],
  memorydb: ['memorydb', 'redis'],
  'timestream-write': ['timestream'],
  lightsail: ['lightsail-database', 'postgres', 'mysql'],
  'cognito-idp': ['cognito-user-pool'],
  elasticache: ['elasticache', 'redis', 'memcached'],
  ec2: ['ebs-volume'],
  efs: ['efs'],
  fsx: ['fsx', 'fsx-lustre'],
};

const plain = commandsOf(
  'aws',
  { source: reference, checkedOn },
  {
    harmlessWith: ['help', '--generate-cli-skeleton'],
    targets: ['AWS_PROFILE', 'AWS_ENDPOINT_URL'],
    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    endpoint: {
      flags: ['--endpoint-url'],
      variables: /^AWS_ENDPOINT_URL(?:_[A-Z0-9_]{1,60})?$/,
      own: /\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/,
    },
  },
  productsOf,
);

/** A command of the AWS CLI, with the page that describes it. The CLI never asks. */
export function aws(words: string, destroys: Target, rest: Partial<CommandSpec> = {}): CommandSpec {
  const [service, operation] = words.split(' ').map((word) => word.split('|')[0]);
  return plain(words, destroys, { source: `${reference}/${service}/${operation}.html`, ...rest });
}

const versions = 'in a versioned bucket the old versions stay';
const whileFilled = 'it is refused while the bucket holds anything';
const manual = 'manual snapshots stay, automated backups go with it unless they are kept';

/** Object stores, queues, streams and tables. */
const objects: readonly CommandSpec[] = [
  aws('s3 rb', 'bucket', {
    onlyWith: ['--force'],
    safeVariant: 'aws s3 ls --recursive --summarize',
    recovery: 'a bucket with versions is emptied of current objects only and is then kept',
  }),
  aws('s3 rm', 'bucket', {
    onlyWith: ['--recursive'],
    harmlessWith: ['--dryrun'],
    safeVariant: 'aws s3 rm --recursive --dryrun',
    recovery: versions,
  }),
  aws('s3 sync', 'bucket', {
    onlyWith: ['--delete'],
    into: 's3://',
    harmlessWith: ['--dryrun'],
    safeVariant: 'aws s3 sync --delete --dryrun',
    recovery: versions,
  }),
  aws('s3api delete-bucket', 'service', { recovery: whileFilled }),
  aws('s3api delete-objects', 'bucket', {
    safeVariant: 'aws s3api list-object-versions',
    recovery: versions,
  }),
  aws('s3api delete-object', 'bucket', {
    onlyWith: ['--version-id'],
    safeVariant: 'aws s3api list-object-versions',
  }),
  aws('glacier delete-archive|delete-vault', 'backup'),
  aws('dynamodb delete-table', 'database', {
    safeVariant: 'aws dynamodb describe-table',
    recovery:
      'according to vendor documentation in 2026, a table with point-in-time recovery leaves a system backup for 35 days',
  }),
  aws('dynamodb delete-backup', 'backup', { safeVariant: 'aws dynamodb describe-backup' }),
  aws('dynamodb update-continuous-backups', 'backup', {
    onlyWith: ['--point-in-time-recovery-specification PointInTimeRecoveryEnabled=false'],
    safeVariant: 'aws dynamodb describe-continuous-backups',
  }),
  aws('keyspaces delete-table|delete-keyspace', 'database'),
  aws('sqs purge-queue|delete-queue', 'queue', { safeVariant: 'aws sqs get-queue-attributes' }),
  aws('kinesis delete-stream', 'queue', { safeVariant: 'aws kinesis describe-stream-summary' }),
  aws('kafka delete-cluster', 'queue', { safeVariant: 'aws kafka describe-cluster-v2' }),
];

/** Managed databases and caches, with their snapshots. */
const databases: readonly CommandSpec[] = [
  aws('rds delete-db-instance', 'database', {
    safeVariant: 'aws rds describe-db-instances',
    recovery: manual,
  }),
  aws('rds delete-db-instance', 'database', {
    onlyWith: ['--final-db-snapshot-identifier'],
    safeVariant: 'aws rds describe-db-instances',
    recovery: 'the final snapshot it takes stays',
  }),
  aws('rds delete-db-cluster', 'database', {
    safeVariant: 'aws rds describe-db-clusters',
    recovery: manual,
  }),
  aws('rds|docdb|neptune delete-db-cluster', 'database', {
    onlyWith: ['--final-db-snapshot-identifier'],
    safeVariant: 'aws rds describe-db-clusters',
    recovery: 'the final snapshot it takes stays',
  }),
  aws('docdb|neptune delete-db-cluster', 'database', {
    safeVariant: 'aws docdb describe-db-clusters',
    recovery: 'manual snapshots stay, automated ones go with it',
  }),
  aws('docdb-elastic delete-cluster', 'database'),
  aws('dsql delete-cluster', 'database', { safeVariant: 'aws dsql get-cluster' }),
  aws('rds modify-db-instance', 'backup', {
    onlyWith: ['--backup-retention-period 0'],
    safeVariant: 'aws rds describe-db-instance-automated-backups',
  }),
  aws('rds delete-db-snapshot|delete-db-cluster-snapshot', 'backup', {
    safeVariant: 'aws rds describe-db-snapshots',
  }),
  aws('docdb|neptune delete-db-cluster-snapshot', 'backup'),
  aws('rds delete-db-instance-automated-backup|delete-db-cluster-automated-backup', 'backup', {
    safeVariant: 'aws rds describe-db-instance-automated-backups',
  }),
  aws('redshift delete-cluster', 'database', {
    safeVariant: 'aws redshift describe-clusters',
    recovery: 'manual snapshots stay',
  }),
  aws('redshift delete-cluster', 'database', {
    onlyWith: ['--final-cluster-snapshot-identifier'],
    safeVariant: 'aws redshift describe-clusters',
    recovery: 'the final snapshot it takes stays',
  }),
  aws('redshift delete-cluster-snapshot', 'backup'),
  aws('redshift-serverless delete-namespace', 'database'),
  aws('opensearch|es delete-domain|delete-elasticsearch-domain', 'database', {
    source: `${reference}/opensearch/delete-domain.html`,
    safeVariant: 'aws opensearch describe-domain',
  }),
  aws('timestream-write delete-database|delete-table', 'database'),
  aws('lightsail delete-relational-database', 'database'),
  aws('cognito-idp delete-user-pool', 'database', {
    safeVariant: 'aws cognito-idp describe-user-pool',
  }),
  aws('memorydb delete-cluster', 'database', { safeVariant: 'aws memorydb describe-clusters' }),
  aws(
    'elasticache delete-replication-group|delete-cache-cluster|delete-serverless-cache',
    'cache',
    {
      safeVariant: 'aws elasticache describe-replication-groups',
    },
  ),
  aws('elasticache|memorydb delete-snapshot', 'backup'),
];

/** Disks, file systems, images and the backup service. */
const disks: readonly CommandSpec[] = [
  aws('ec2 delete-volume', 'volume', {
    harmlessWith: ['--dry-run'],
    safeVariant: 'aws ec2 delete-volume --dry-run',
    recovery: 'its snapshots stay',
  }),
  aws('ec2 terminate-instances', 'volume', {
    harmlessWith: ['--dry-run'],
    safeVariant: 'aws ec2 terminate-instances --dry-run',
    recovery: 'only disks that are not set to be deleted on termination stay',
  }),
  aws('ec2 delete-snapshot|deregister-image', 'backup', {
    harmlessWith: ['--dry-run'],
    safeVariant: 'aws ec2 delete-snapshot --dry-run',
    recovery: 'restorable only where a Recycle Bin rule keeps it',
  }),
  aws('lightsail delete-disk|delete-instance', 'volume'),
  aws('efs delete-file-system', 'volume', { safeVariant: 'aws efs describe-file-systems' }),
  aws('fsx delete-file-system|delete-volume', 'volume', {
    safeVariant: 'aws fsx describe-file-systems',
  }),
  aws('fsx delete-backup', 'backup'),
  aws('backup delete-recovery-point|delete-backup-vault|delete-backup-plan', 'backup', {
    safeVariant: 'aws backup list-recovery-points-by-backup-vault',
  }),
];

/**
 * Whole stacks, accounts and keys. What holds none of the stores above (secrets, parameters, images, logs, functions, clusters, zones, identities) is
 * counted as files: no database goes with it.
 */
const control: readonly CommandSpec[] = [
  aws('cloudformation delete-stack', 'environment', {
    safeVariant: 'aws cloudformation list-stack-resources',
    recovery: 'resources with the deletion policy Retain stay, with Snapshot they leave one',
  }),
  aws('cloudformation delete-stack-instances', 'environment', {
    onlyWith: ['--no-retain-stacks'],
    safeVariant: 'aws cloudformation list-stack-instances',
  }),
  aws('cloudformation update-stack', 'anything', {
    safeVariant: 'aws cloudformation create-change-set',
  }),
  aws('elasticbeanstalk terminate-environment', 'service', {
    safeVariant: 'aws elasticbeanstalk describe-environment-resources',
  }),
  aws('organizations close-account', 'account', {
    recovery:
      'according to vendor documentation in 2026, AWS Support can reopen the account for 90 days',
  }),
  aws('kms schedule-key-deletion', 'files', {
    safeVariant: 'aws kms describe-key',
    recovery: 'cancellable until its waiting period of 7 to 30 days is over',
  }),
  aws('kms delete-imported-key-material', 'files', {
    recovery: 'the same key material can be imported again',
  }),
  aws('secretsmanager delete-secret', 'files', {
    onlyWith: ['--force-delete-without-recovery'],
    safeVariant: 'aws secretsmanager describe-secret',
  }),
  aws('ssm delete-parameter|delete-parameters', 'files', {
    safeVariant: 'aws ssm describe-parameters',
  }),
  aws('ecr delete-repository', 'files', {
    onlyWith: ['--force'],
    safeVariant: 'aws ecr describe-images',
  }),
  aws('logs delete-log-group', 'files', { safeVariant: 'aws logs describe-log-groups' }),
  aws('eks delete-cluster', 'files', { safeVariant: 'aws eks describe-cluster' }),
  aws('lambda delete-function', 'files', { safeVariant: 'aws lambda get-function' }),
  aws('route53 delete-hosted-zone', 'files', {
    safeVariant: 'aws route53 list-resource-record-sets',
    recovery: 'it is refused while the zone holds records of its own',
  }),
  aws('iam delete-user|delete-role|delete-policy|delete-group', 'files', {
    safeVariant: 'aws iam get-account-authorization-details',
  }),
];

/** Destructive commands of the AWS CLI; the absence of a final snapshot is the only thing that resembles a question. */
export const commands: readonly CommandSpec[] = [...objects, ...databases, ...disks, ...control];
