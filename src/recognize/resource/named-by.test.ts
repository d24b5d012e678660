import { describe, expect, it } from 'vitest';
import { terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { Resource } from '../../model/resource.ts';
import { namedBy } from './named-by.ts';

const knowledge = createKnowledge([], new Uint8Array(32));
const text = `provider "aws" {}
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket" "b" {}
resource "aws_backup_selection" "all" {
  resources = [aws_s3_bucket.a.arn, aws_s3_bucket.b.arn]
}
resource "aws_s3_bucket_policy" "a" {
  bucket = aws_s3_bucket.a.id
  logs   = aws_s3_bucket.b.id
}
resource "aws_s3_bucket_versioning" "a" {
  bucket = aws_s3_bucket.a.id
}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
}
`;
const { resources } = terraformTree({ 'main.tf': text }, knowledge);

function named(name: string, types: readonly string[], setting: string): readonly string[] {
  const [resource] = resources.filter((one: Resource) => one.name === name);
  return resource === undefined ? [] : namedBy(resource, types, setting).map((one) => one.name);
}

describe('resources that name another', () => {
  it('are those of a type with a setting that refers to it', () => {
    const types = ['aws_s3_bucket_versioning'];
    expect(named('aws_s3_bucket.a', types, 'bucket')).toEqual(['aws_s3_bucket_versioning.a']);
    expect(named('aws_s3_bucket.b', types, 'bucket')).toEqual(['aws_s3_bucket_versioning.b']);
    expect(named('aws_s3_bucket.a', types, 'logs')).toEqual([]);
    expect(named('aws_s3_bucket.a', ['aws_kms_key'], 'bucket')).toEqual([]);
  });

  it('may name it in a list', () => {
    const types = ['aws_backup_selection'];
    expect(named('aws_s3_bucket.b', types, 'resources')).toEqual(['aws_backup_selection.all']);
  });

  it('come in the order of the stack, whichever type is asked for first', () => {
    const types = ['aws_s3_bucket_versioning', 'aws_s3_bucket_policy'];
    const both = ['aws_s3_bucket_policy.a', 'aws_s3_bucket_versioning.a'];
    expect(named('aws_s3_bucket.a', types, 'bucket')).toEqual(both);
    expect(named('aws_s3_bucket.a', types.toReversed(), 'bucket')).toEqual(both);
  });
});
