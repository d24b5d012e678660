import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Aiven commands', () => {
  it.each([
    ['avn service terminate shop-pg --force', 'database'],
    ['avn --auth-token "$T" service terminate shop-pg -f', 'database'],
    ['avn service terminate shop-pg', 'database, asks'],
    ['avn service update events --power-off', 'queue'],
    ['avn service update events --power-on', 'nothing'],
    ['avn service update events --termination-protection', 'nothing'],
    ['avn service topic-delete events orders', 'queue'],
    ['avn service database-delete shop-pg --dbname app', 'database'],
    ['avn project delete staging', 'project'],
    ['avn service list', 'nothing'],
    ['avn service terminate --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials, MCP servers and hosts', () => {
  expect(knowledge.credentialByName('AIVEN_TOKEN')?.spec.plane).toBe('control');
  expect(knowledge.mcp('mcp-aiven')?.spec.readOnly).toEqual([
    { in: 'variable', name: 'AIVEN_READ_ONLY', values: ['true'] },
  ]);
  expect(knowledge.mcp('mcp.aiven.live')?.spec.id).toBe('remote');
  expect(knowledge.host('pg-1-acme.aivencloud.com')?.provider).toBe('aiven');
});
