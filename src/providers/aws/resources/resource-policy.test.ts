import { describe, expect, it } from 'vitest';
import { factsOf, only } from '../../../../test/resource-facts-of.ts';
import { resources } from '../resources.ts';

const bucket = 'resource "aws_s3_bucket" "letters" {\n}\n';

interface Statement {
  readonly effect?: string;
  readonly principal?: unknown;
  readonly action: string | readonly string[];
  readonly condition?: object;
}

function policy({ effect = 'Deny', principal = '*', action, condition = {} }: Statement): string {
  const document = JSON.stringify({
    Statement: [
      {
        Effect: effect,
        Principal: principal,
        Action: action,
        Resource: 'arn:aws:s3:::letters/*',
        ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
      },
    ],
  });
  return `resource "aws_s3_bucket_policy" "letters" {
  bucket = aws_s3_bucket.letters.id
  policy = ${JSON.stringify(document)}
}
`;
}

function guards(text: string): readonly string[] {
  return only(factsOf(bucket + text, resources), 'Guard').map(
    ({ name, strength }) => `${name} ${strength}`,
  );
}

const factor = (operator: string) => ({ [operator]: { 'aws:MultiFactorAuthPresent': 'false' } });

describe('the policy of a bucket', () => {
  it.each<[Statement, string]>([
    [{ action: 's3:DeleteObject' }, 'policy of aws_s3_bucket.letters asks'],
    [
      { action: ['s3:GetObject', 's3:Delete*'], principal: { AWS: '*' } },
      'policy of aws_s3_bucket.letters asks',
    ],
    [
      { action: 's3:DeleteObjectVersion', condition: factor('BoolIfExists') },
      'second factor by the policy of aws_s3_bucket.letters asks',
    ],
  ])('that denies everybody to delete is a guard: %j', (statement, expected) => {
    expect(guards(policy(statement))).toEqual([expected]);
  });

  it.each<[string, Statement]>([
    ['allows it', { effect: 'Allow', action: 's3:DeleteObject' }],
    ['is about one principal', { action: 's3:*', principal: { AWS: 'arn:aws:iam::1:root' } }],
    ['is about the bucket and not its objects', { action: 's3:DeleteBucket' }],
    [
      'is about unencrypted lines',
      { action: 's3:*', condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    // Long-lived keys say nothing about factors, and the condition does not hold for them.
    ['lets long-lived keys pass', { action: 's3:DeleteObject', condition: factor('Bool') }],
  ])('is none where it %s', (_, statement) => {
    expect(guards(policy(statement))).toEqual([]);
  });
});
