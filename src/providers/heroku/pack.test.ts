import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Heroku commands', () => {
  it.each([
    ['heroku pg:reset DATABASE_URL -a shop --confirm shop', 'database'],
    ['heroku pg:reset -a shop', 'database, asks'],
    ['heroku apps:destroy -a shop -c shop', 'project'],
    ['heroku apps:delete shop', 'project, asks'],
    ['heroku addons:destroy redis-1 --confirm shop', 'anything'],
    ['heroku data:pg:destroy db -c shop', 'database'],
    ['heroku pg:copy A B -a shop --confirm shop', 'database'],
    ['heroku pg:backups:restore b101 DATABASE_URL -a shop --confirm shop', 'database'],
    ['heroku pg:backups:delete b101 -a shop', 'backup, asks'],
    ['heroku spaces:destroy --space live --confirm live', 'environment'],
    ['heroku pg:backups -a shop', 'nothing'],
    ['heroku pg:backups:capture -a shop', 'nothing'],
    ['heroku pg:info', 'nothing'],
    ['heroku apps:info', 'nothing'],
    ['heroku pg:promote BLUE', 'nothing'],
    ['heroku apps:destroy --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Heroku credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['authorization', `HRKU-AA${'aB3-_x'.repeat(9)}abcd`],
    [undefined, `HRKU-AA${'aB3-_x'.repeat(9)}`],
    [undefined, `HRKU-${'a'.repeat(60)}`],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['HEROKU_API_KEY', 'api-key'],
    ['HEROKU_APP_NAME', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('Heroku MCP servers', () => {
  it.each([
    ['@heroku/mcp-server@1.2.5', 'platform'],
    ['heroku mcp:start', 'platform'],
    ['@heroku/cli', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});
