import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['DELETE', 'https://api.redislabs.com/v1/subscriptions/1/databases/2', 'cache'],
  ['DELETE', 'https://api.redislabs.com/v1/fixed/subscriptions/1', 'cache'],
  ['GET', 'https://api.redislabs.com/v1/subscriptions/1', undefined],
  ['DELETE', 'https://api.redislabs.com/v1/acl/users/1', undefined],
])('%s %s: %s', (method, url, destroys) => {
  expect(httpOperation(method, url, knowledge)?.spec.destroys).toBe(destroys);
});

it('knows credentials, MCP server and hosts', () => {
  expect(knowledge.credentialByName('REDISCLOUD_SECRET_KEY')?.spec.scope).toBe('account');
  expect(knowledge.credentialByName('REDISCLOUD_URL')).toBeUndefined();
  expect(knowledge.mcp('mcp/redis-cloud')?.spec.reach).toBe('account');
  expect(knowledge.host('redis-1.c1.eu-west-1-1.ec2.redns.redis-cloud.com')?.provider).toBe(
    'redis-cloud',
  );
});
