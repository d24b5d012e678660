import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { matchesWhole } from '../../recognize/credential/credential.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Confluent commands', () => {
  it.each([
    ['confluent kafka cluster delete lkc-1 --force', 'queue'],
    ['confluent kafka topic delete orders --cluster lkc-1 --force', 'queue'],
    ['confluent kafka topic delete orders', 'queue, asks'],
    ['confluent env delete env-1 --force', 'environment'],
    [
      'confluent schema-registry schema delete --subject a --version all --permanent --force',
      'database',
    ],
    ['confluent schema-registry schema delete --subject a --version all --force', 'nothing'],
    ['confluent kafka topic list', 'nothing'],
    ['confluent kafka topic delete --help', 'nothing'],
    ['confluent local kafka topic delete orders', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('tells organisation keys from cluster keys by name', () => {
  const cloud = knowledge.credentialByName('CONFLUENT_CLOUD_API_SECRET')?.spec;
  expect(cloud).toMatchObject({ plane: 'control', scope: 'organization' });
  expect(knowledge.credentialByName('KAFKA_API_SECRET')?.spec.plane).toBe('data');
  expect(knowledge.credentialByName('CONFLUENT_CLOUD_API_KEY')).toBeUndefined();
  const secret = randomBytes(48).toString('base64');
  expect(cloud?.shape && matchesWhole(cloud.shape, secret)).toBe(true);
  expect(cloud?.shape && matchesWhole(cloud.shape, secret.slice(1))).toBe(false);
});

it('knows the MCP server and the hosts', () => {
  expect(knowledge.mcp('@confluentinc/mcp-confluent')?.spec.destructiveTools).toContain(
    'delete-topics',
  );
  expect(knowledge.host('pkc-ab12.eu-west-1.aws.confluent.cloud')?.provider).toBe('confluent');
});
