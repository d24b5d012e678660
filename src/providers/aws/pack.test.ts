import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['aws --profile prod rds delete-db-instance --db-instance-identifier shop', 'database'],
  ['aws rds delete-db-cluster --db-cluster-identifier a --skip-final-snapshot', 'database'],
  ['aws docdb delete-db-cluster --db-cluster-identifier a', 'database'],
  ['aws rds modify-db-instance --db-instance-identifier a --backup-retention-period 0', 'backup'],
  ['aws rds modify-db-instance --db-instance-identifier a --backup-retention-period 7', 'nothing'],
  ['aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier a', 'backup'],
  ['aws rds describe-db-instances', 'nothing'],
  ['aws rds delete-db-instance help', 'nothing'],
  ['aws rds delete-db-instance --generate-cli-skeleton', 'nothing'],
  ['aws s3 rb s3://shop --force', 'bucket'],
  ['aws s3 rb s3://shop', 'nothing'],
  ['aws s3 rm s3://shop/a.txt', 'nothing'],
  ['aws --region eu-west-1 s3 rm s3://shop --recursive', 'bucket'],
  ['aws s3 rm s3://shop --recursive --dryrun', 'nothing'],
  ['aws s3 sync dist s3://shop --delete', 'bucket'],
  ['aws s3 sync dist s3://shop', 'nothing'],
  ['aws s3 sync s3://shop ./copy --delete', 'nothing'],
  ['aws s3 sync s3://shop s3://copy --delete', 'bucket'],
  ['aws s3 sync --delete s3://shop ./copy', 'bucket'],
  ['aws s3 cp a s3://shop/a', 'nothing'],
  ['aws s3api delete-object --bucket shop --key a --version-id 1', 'bucket'],
  ['aws s3api delete-object --bucket shop --key a', 'nothing'],
  ['aws dynamodb delete-table --table-name carts', 'database'],
  [
    'aws dynamodb update-continuous-backups --table-name a --point-in-time-recovery-specification PointInTimeRecoveryEnabled=false',
    'backup',
  ],
  [
    'aws dynamodb update-continuous-backups --table-name a --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
    'nothing',
  ],
  ['aws ec2 delete-volume --volume-id vol-1', 'volume'],
  ['aws ec2 terminate-instances --instance-ids i-1 --dry-run', 'nothing'],
  ['aws efs delete-file-system --file-system-id fs-1', 'volume'],
  ['aws elasticache delete-replication-group --replication-group-id a', 'cache'],
  ['aws sqs purge-queue --queue-url https://sqs.test/1', 'queue'],
  ['aws backup delete-recovery-point --backup-vault-name a', 'backup'],
  ['aws cloudformation delete-stack --stack-name shop', 'environment'],
  ['aws cloudformation create-change-set --stack-name shop', 'nothing'],
  ['aws kms schedule-key-deletion --key-id a --pending-window-in-days 7', 'files'],
  ['aws secretsmanager delete-secret --secret-id a --force-delete-without-recovery', 'files'],
  ['aws secretsmanager delete-secret --secret-id a', 'nothing'],
  ['aws organizations close-account --account-id 1', 'account'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows what a final snapshot leaves', () => {
  const recovery = (flags: string) =>
    knowledge.command(['aws', 'rds', 'delete-db-instance', ...flags.split(' ')])?.spec.recovery;
  expect(recovery('--final-db-snapshot-identifier last')).toBe('the final snapshot it takes stays');
  expect(recovery('--skip-final-snapshot')).toContain('automated backups go with it');
});

describe('credentials', () => {
  const body = 'Q7B2'.repeat(4);

  it.each([
    [`AKIA${body}`, 'access-key-id'],
    [`ASIA${body}`, 'temporary-access-key-id'],
    [`ABSK${'aB3+'.repeat(30)}=`, 'bedrock-api-key'],
    [`AKIA${body}Q`, undefined],
    [`AKIA${body.toLowerCase()}`, undefined],
    [`AROA${body}`, undefined],
  ])('%s', (value, id) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(id);
  });

  it.each([
    [`'AKIA…', '${'aB3+/xY9'.repeat(5)}'`, true],
    [`'AKIA…', 'secret123'`, false],
    [`'AKIA…' # of ${'0a1b2c3d'.repeat(5)}`, false],
    [`'AKIA…', '${'aB3+/xY9'.repeat(6)}'`, false],
  ])('%s holds the other half: %s', (text, expected) => {
    const id = knowledge.credentialByValue(`AKIA${body}`);
    expect(id?.spec.counterpart?.test(text)).toBe(expected);
  });

  it.each([
    ['AWS_SECRET_ACCESS_KEY', 'secret-access-key'],
    ['PROD_AWS_ACCESS_KEY_ID', 'access-key-id'],
    ['AWS_REGION', undefined],
    ['AWS_PROFILE', undefined],
  ])('%s', (name, id) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
  });
});

it.each([
  ['awslabs.aws-api-mcp-server@latest', 'aws-api'],
  ['https://aws-mcp.eu-central-1.api.aws/mcp', 'managed'],
  ['awslabs.eks-mcp-server', 'eks'],
  ['awslabs.aws-documentation-mcp-server', undefined],
])('MCP server %s', (name, id) => {
  expect(knowledge.mcp(name)?.spec.id).toBe(id);
});

it.each([
  ['shop.abc123.eu-west-1.rds.amazonaws.com', '.rds.amazonaws.com'],
  ['ec2-1-2-3-4.compute.amazonaws.com', undefined],
])('host %s', (name, suffix) => {
  expect(knowledge.host(name)?.spec.suffix).toBe(suffix);
});

it('empties buckets by the lists of its library', () => {
  const words = (pack.commandClients ?? []).flatMap(({ emptied }) => Object.values(emptied));
  expect(words.map((line) => outcomeOf(pack, `aws ${line}`))).toEqual(['bucket', 'bucket']);
});
