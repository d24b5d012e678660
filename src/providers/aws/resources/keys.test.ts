import { expect, it } from 'vitest';
import { factsOf, only } from '../../../../test/resource-facts-of.ts';
import { resources } from '../resources.ts';

const key = 'resource "aws_kms_key" "data" {\n}\n';
const alias = 'resource "aws_kms_alias" "data" {\n  target_key_id = aws_kms_key.data.key_id\n}\n';
const arn = 'arn:aws:kms:eu-west-1:210987654321:key/1234abcd-12ab';

function keysIn(text: string): readonly string[] {
  return only(factsOf(text, resources), 'FailureDomain')
    .filter(({ level }) => level === 'key')
    .map(({ name }) => name);
}

it.each([
  ['aws_db_instance', 'kms_key_id = aws_kms_key.data.arn', ['aws_kms_key.data']],
  ['aws_rds_cluster', 'kms_key_id = aws_kms_alias.data.arn', ['aws_kms_key.data']],
  ['aws_ebs_volume', `kms_key_id = "${arn}"`, ['a key by its ARN']],
  ['aws_efs_file_system', 'kms_key_id = aws_kms_key.data.arn', ['aws_kms_key.data']],
  [
    'aws_dynamodb_table',
    'server_side_encryption {\n enabled = true\n kms_key_arn = aws_kms_key.data.arn\n}',
    ['aws_kms_key.data'],
  ],
  // Nobody can delete the keys that AWS manages, and of others nothing is known.
  ['aws_db_instance', 'kms_key_id = "alias/aws/rds"', []],
  ['aws_db_instance', 'kms_key_id = var.key', []],
  ['aws_db_instance', 'storage_encrypted = true', []],
])('%s with %j shares %j with what else it encrypts', (type, body, expected) => {
  expect(keysIn(`${key}${alias}resource "${type}" "orders" {\n${body}\n}\n`)).toEqual(expected);
});
