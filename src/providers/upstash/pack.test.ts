import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Upstash commands', () => {
  it.each([
    ['upstash redis delete --db-id 1', 'cache'],
    ['npx @upstash/cli redis delete --db-id 1', 'cache'],
    ['upstash redis delete --db-id 1 --dry-run', 'nothing'],
    ['upstash redis exec --db-url "$URL" --db-token "$TOKEN" FLUSHALL', 'cache'],
    ['upstash redis exec --db-url "$URL" --db-token "$TOKEN" GET FLUSHALL', 'nothing'],
    ['upstash redis backup delete --db-id 1 --backup-id 2', 'backup'],
    ['upstash vector delete --index-id 1', 'database'],
    ['upstash team delete --team-id 1', 'account'],
    ['upstash redis list', 'nothing'],
    ['upstash redis backup list --db-id 1', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials by name', () => {
  expect(knowledge.credentialByName('UPSTASH_API_KEY')?.spec).toMatchObject({
    scope: 'account',
    plane: 'control',
  });
  expect(knowledge.credentialByName('UPSTASH_REDIS_REST_TOKEN')?.spec.plane).toBe('data');
  expect(knowledge.credentialByName('UPSTASH_REDIS_REST_URL')).toBeUndefined();
});

it('knows the MCP server and the hosts', () => {
  expect(knowledge.mcp('@upstash/mcp-server@latest')?.spec.reach).toBe('account');
  expect(knowledge.host('eu1-calm-cat-1.upstash.io')?.provider).toBe('upstash');
});
