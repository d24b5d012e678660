import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);
const body = (): string => randomBytes(33).toString('base64url').slice(0, 43);

describe('PlanetScale commands', () => {
  it.each([
    ['pscale database delete shop --org acme --force', 'database'],
    ['pscale db rm shop', 'database, asks'],
    ['pscale --org acme branch delete shop main --force', 'environment'],
    ['pscale backup delete shop main x1 --force', 'backup'],
    ['pscale branch list shop', 'nothing'],
    ['pscale deploy-request create shop dev', 'nothing'],
    ['pscale database delete shop --help', 'nothing'],
    ['pscale shell shop main', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it.each([
  [`pscale_tkn_${body()}`, 'service-token'],
  [`pscale_pw_${body()}`, 'database-password'],
  [`pscale_oauth_${body()}`, 'oauth-token'],
  [`pscale_tkn_${body().slice(0, 30)}`, undefined],
  [`pscale_xyz_${body()}`, undefined],
])('%s is %s', (value, id) => {
  expect(knowledge.credentialByValue(value)?.spec.id).toBe(id);
});

it('knows MCP servers and hosts', () => {
  expect(knowledge.mcp('pscale mcp')?.spec.destructiveTools).toEqual([]);
  expect(knowledge.mcp('mcp.pscale.dev')?.spec.destructiveTools).not.toEqual([]);
  expect(knowledge.host('aws.connect.psdb.cloud')?.provider).toBe('planetscale');
  expect(knowledge.credentialByName('PLANETSCALE_SERVICE_TOKEN_ID')).toBeUndefined();
});
