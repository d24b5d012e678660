import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Elastic Cloud commands', () => {
  it.each([
    ['ecctl deployment shutdown 1a2b --force', 'database'],
    ['ecctl --region eu-west-1 deployment shutdown 1a2b', 'database, asks'],
    ['ecctl deployment resource shutdown 1a2b --kind elasticsearch --force', 'database'],
    ['ecctl deployment resource shutdown 1a2b --kind kibana --force', 'nothing'],
    ['ecctl project delete 1a2b', 'project'],
    ['ecctl deployment list', 'nothing'],
    ['ecctl deployment shutdown --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it.each([
  ['POST', 'https://api.elastic-cloud.com/api/v1/deployments/1a2b/_shutdown', 'database'],
  ['DELETE', 'https://api.elastic-cloud.com/api/v1/serverless/projects/security/1a2b', 'project'],
  ['GET', 'https://api.elastic-cloud.com/api/v1/deployments/1a2b', undefined],
])('%s %s: %s', (method, url, destroys) => {
  expect(httpOperation(method, url, knowledge)?.spec.destroys).toBe(destroys);
});

it('knows the key of the control plane by name', () => {
  expect(knowledge.credentialByName('ELASTIC_CLOUD_API_KEY')?.spec.plane).toBe('control');
  expect(knowledge.credentialByName('ELASTIC_CLOUD_ID')).toBeUndefined();
  expect(knowledge.host('a.eu-west-1.aws.found.io')?.provider).toBe('elastic');
});
