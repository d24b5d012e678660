import { describe, expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Vercel commands', () => {
  it.each([
    ['vercel remove shop --yes', 'project'],
    ['npx vercel@latest rm shop', 'project, asks'],
    ['vc rm shop -y', 'project'],
    ['vercel remove shop --safe --yes', 'nothing'],
    ['vercel project rm shop', 'project, asks'],
    ['vercel projects remove shop --yes', 'project, asks'],
    ['vercel blob delete-store st_1 --yes', 'bucket'],
    ['vercel blob empty-store', 'bucket, asks'],
    ['vercel blob del a.png', 'files'],
    ['vercel ir rm db --disconnect-all --yes', 'anything'],
    ['vercel edge-config rm flags -y', 'database'],
    ['vercel env rm KEY production --yes', 'service'],
    ['vercel domains rm shop.test', 'service, asks'],
    ['vercel cache dangerously-delete --tag a --yes', 'cache'],
    ['vercel api /v9/projects/p -X DELETE --dangerously-skip-permissions', 'anything'],
    ['vercel api /v9/projects/p --method DELETE', 'anything, asks'],
    ['vercel api /v9/projects', 'nothing'],
    ['vercel blob list', 'nothing'],
    ['vercel env ls', 'nothing'],
    ['vercel alias rm a.test', 'nothing'],
    ['vercel --prod', 'nothing'],
    ['vercel cache invalidate --tag a', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Vercel credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['access-token', `vcp_${'aB3x'.repeat(10)}`],
    ['integration-token', `vci_${'aB3x'.repeat(10)}`],
    ['ai-gateway-key', `vck_${'aB3x'.repeat(10)}`],
    ['blob-token', `vercel_blob_rw_${'aB3x'.repeat(4)}_${'zY7'.repeat(8)}`],
    [undefined, `vcz_${'aB3x'.repeat(10)}`],
    [undefined, `vcp_${'aB3x'.repeat(3)}`],
    [undefined, 'vercel_blob_rw_short_1'],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['VERCEL_TOKEN', 'token'],
    ['VERCEL_ORG_ID', undefined],
    ['BLOB_READ_WRITE_TOKEN', 'blob-token'],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('Vercel MCP servers', () => {
  it.each([
    ['https://mcp.vercel.com/team/shop', 'remote'],
    ['vercel-mcp', 'community'],
    ['vercel', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});

it.each([
  [`vcp_${'aB3'.repeat(8)}`, { title: 'Vercel personal access token' }],
  [`vcr_${'aB3'.repeat(8)}`, { title: 'Vercel app refresh token' }],
  [`vercel_blob_rw_${'aB3'.repeat(5)}_${'xY9'.repeat(10)}`, { belongsTo: 'aB3'.repeat(5) }],
])('reads %s', (token, shown) => {
  expect(credentialOf(pack, 'TOKEN', token)).toMatchObject(shown);
});
