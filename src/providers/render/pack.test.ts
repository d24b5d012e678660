import { describe, expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Render commands', () => {
  it.each([
    ['render pg delete dpg-1 --confirm', 'database'],
    ['render postgres delete shop --confirm -o json', 'database'],
    ['render kv delete red-1 --confirm', 'cache'],
    ['render services delete srv-1 --confirm', 'service'],
    ['render ea objects delete a.png --region oregon', 'files'],
    ['render pg delete dpg-1', 'nothing'],
    ['render services delete srv-1', 'nothing'],
    ['render services list', 'nothing'],
    ['render ea objects delete a.png --local --yes', 'nothing'],
    ['render pg suspend dpg-1', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Render credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['api-key', `rnd_${'aB3x'.repeat(7)}`],
    [undefined, `rnd_${'aB3x'.repeat(3)}`],
    [
      'deploy-hook',
      `https://api.render.com/deploy/srv-${'c1d2'.repeat(5)}?key=${'aB3x'.repeat(3)}`,
    ],
    [undefined, `https://api.render.com/deploy/srv-${'c1d2'.repeat(5)}`],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['RENDER_API_KEY', 'api-key'],
    ['RENDER_SERVICE_ID', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('Render MCP servers', () => {
  it.each([
    ['https://mcp.render.com/mcp', 'remote'],
    ['render', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});

it('names the service that a hook deploys', () => {
  const hook = `https://api.render.com/deploy/srv-${'a3'.repeat(10)}?key=${'aB3'.repeat(4)}`;
  expect(credentialOf(pack, 'DEPLOY', hook)).toMatchObject({ belongsTo: `srv-${'a3'.repeat(10)}` });
});
