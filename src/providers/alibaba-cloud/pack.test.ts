import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['aliyun rds DeleteDBInstance --DBInstanceId a', 'database'],
  ['aliyun rds DescribeDBInstances', 'nothing'],
  ['aliyun ecs DeleteDisk --DiskId a --dryrun', 'nothing'],
  ['aliyun oss rm oss://shop -r -f', 'bucket'],
  ['ossutil rm oss://shop -r', 'bucket, asks'],
  ['aliyun oss ls oss://shop', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows keys by prefix', () => {
  const knowledge = knowledgeOf(pack);
  expect(knowledge.credentialByValue(`LTAI${'aB3x5'.repeat(4)}`)?.spec.id).toBe('access-key-id');
  expect(knowledge.credentialByValue(`LTAI${'aB3x5'.repeat(5)}`)).toBeUndefined();
});
