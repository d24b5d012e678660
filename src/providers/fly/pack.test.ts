import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Fly.io commands', () => {
  it.each([
    ['fly volumes destroy vol_1 --yes', 'volume'],
    ['flyctl vol rm vol_1', 'volume, asks'],
    ['fly -a shop volumes delete vol_1 -y', 'volume'],
    ['fly apps destroy shop', 'project, asks'],
    ['fly apps destroy shop --yes', 'project'],
    ['fly destroy shop -y', 'project'],
    ['fly machine destroy 9080', 'service'],
    ['fly m rm 9080 --force', 'service'],
    ['fly machine destroy --image sha', 'nothing'],
    ['fly mpg destroy x9 --yes', 'database'],
    ['fly redis destroy cache', 'cache, asks'],
    ['fly storage destroy shop -y', 'bucket'],
    ['fly ext tigris destroy shop -y', 'bucket'],
    ['fly orgs delete shop --yes', 'account'],
    ['fly secrets unset KEY', 'service'],
    ['fly volumes list', 'nothing'],
    ['fly volumes snapshots list vol_1', 'nothing'],
    ['fly volumes destroy --help', 'nothing'],
    ['fly deploy', 'nothing'],
    ['fly apps list', 'nothing'],
    ['fly machine stop 9080', 'nothing'],
    ['fly mpg restore x9 --backup-id 3', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Fly.io credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['macaroon', `fm2_${'aB3+'.repeat(40)}==`],
    ['macaroon', `fm1r_${'aB3/'.repeat(40)}`],
    ['personal-token', `fo1_${'aB3-'.repeat(10)}xyz`],
    ['macaroon-bundle', `FlyV1 fm2_${'aB3+'.repeat(40)},fm2_${'aB3/'.repeat(40)}`],
    [undefined, `fm2_${'aB3+'.repeat(10)}`],
    [undefined, `fo1_${'aB3-'.repeat(10)}`],
    [undefined, `fm3_${'aB3+'.repeat(40)}`],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['FLY_API_TOKEN', 'access-token'],
    ['FLY_APP_NAME', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('Fly.io MCP servers', () => {
  it.each([
    ['fly mcp server', 'flyctl'],
    ['flyctl mcp server', 'flyctl'],
    ['fly mcp launch', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});
