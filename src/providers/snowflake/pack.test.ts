import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Snowflake commands', () => {
  it.each([
    ['snow object drop database shop', 'database'],
    ['snow object drop table shop.public.orders -c prod', 'database'],
    ['snow object drop stage exports', 'bucket'],
    ['snow stage drop exports', 'bucket'],
    ['snow dcm purge --force', 'database'],
    ['snow dcm purge', 'database, asks'],
    ['snow dcm plan', 'nothing'],
    ['snow object list database', 'nothing'],
    ['snow object drop warehouse wh', 'nothing'],
    ['snow sql -q "select 1"', 'nothing'],
    ['snow object drop --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials, MCP server and hosts', () => {
  expect(knowledge.credentialByName('SNOWFLAKE_PASSWORD_PROD')?.spec.id).toBe('password');
  expect(knowledge.credentialByName('SNOWFLAKE_ACCOUNT')).toBeUndefined();
  expect(knowledge.mcp('mcp-server-snowflake')?.provider).toBe('snowflake');
  expect(knowledge.host('acme-prod.snowflakecomputing.com')?.provider).toBe('snowflake');
});
