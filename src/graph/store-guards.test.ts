import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { factsOf } from '../../test/resource-facts-of.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import type { Action, Plane, Scope } from '../model/fact.ts';
import { written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { resources } from '../providers/aws/resources.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([aws], new Uint8Array(32));
const key = credentialIn('deploy/harbour.env', 'aws');

/** The path of a key that may delete everything, to the store that a Terraform text declares. */
function pathTo(text: string, plane: Plane = 'control') {
  const credential = {
    ...key,
    plane,
    scope: written<Scope>('account', key.at),
    actions: written<readonly Action[]>(['admin'], key.at),
  };
  const graph = linkFacts([credential, ...factsOf(text, resources)], knowledge);
  const [operator] = graph.actors();
  return operator === undefined ? undefined : graph.blastRadius(operator)[0];
}

function guardsOf(text: string): readonly string[] {
  const end = pathTo(text)?.hops.find(({ to }) => to.kind === 'DataStore');
  return (end?.guards ?? []).map(({ name, strength }) => `${name} ${strength}`);
}

const table = (body: string) => `resource "aws_dynamodb_table" "orders" {\n${body}\n}\n`;
const bucket = (rest: string) => `resource "aws_s3_bucket" "letters" {\n}\n${rest}`;
const versioned = `resource "aws_s3_bucket_versioning" "letters" {
  bucket = aws_s3_bucket.letters.id
  versioning_configuration {
    status = "Enabled"
  }
}
`;
const locked = (mode: string) => `resource "aws_s3_bucket_object_lock_configuration" "letters" {
  bucket = aws_s3_bucket.letters.id
  rule {
    default_retention {
      mode = "${mode}"
      days = 30
    }
  }
}
`;

describe('the last hop of a path', () => {
  it.each([
    ['no protection', table(''), []],
    ['protection switched off', table('deletion_protection_enabled = false'), []],
    [
      'protection switched on',
      table('deletion_protection_enabled = true'),
      ['deletion protection of aws_dynamodb_table.orders asks'],
    ],
    ['protection that nobody can read', table('deletion_protection_enabled = var.keep'), []],
    // Full or not, its objects can be deleted.
    ['a bucket', bucket(''), []],
    ['versions', bucket(versioned), ['versions of aws_s3_bucket.letters asks']],
    [
      'a lock that can be passed by',
      bucket(locked('GOVERNANCE')),
      ['object lock of aws_s3_bucket.letters asks'],
    ],
  ])('has what the vendor puts before the store: %s', (_, text, expected) => {
    expect(pathTo(text)).toBeDefined();
    expect(guardsOf(text)).toEqual(expected);
  });

  it('is not there where nobody can lift the lock', () => {
    expect(pathTo(bucket(locked('COMPLIANCE')))).toBeUndefined();
  });

  it('is one step less bad behind a guard', () => {
    expect(pathTo(table(''))?.severity).toBe('medium');
    expect(pathTo(table('deletion_protection_enabled = true'))?.severity).toBe('low');
  });
});
