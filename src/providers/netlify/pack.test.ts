import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Netlify commands', () => {
  it.each([
    ['netlify sites:delete 1234 --force', 'project'],
    ['ntl sites:delete 1234', 'project'],
    ['npx -y netlify-cli sites:delete 1234', 'project'],
    ['netlify blobs:delete uploads a.png', 'files'],
    ["netlify api deleteSite --data '{}'", 'project'],
    ['netlify api listSites', 'nothing'],
    ['netlify sites:list', 'nothing'],
    ['netlify deploy --prod', 'nothing'],
    ['netlify database reset', 'nothing'],
    ['netlify sites:delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Netlify credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['personal-access-token', `nfp_${'aB3_'.repeat(9)}`],
    [undefined, `nfp_${'aB3_'.repeat(8)}`],
    [undefined, `nfc_${'aB3_'.repeat(9)}`],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['NETLIFY_AUTH_TOKEN', 'access-token'],
    ['NETLIFY_SITE_ID', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('Netlify MCP servers', () => {
  it.each([
    ['@netlify/mcp@latest', 'npm'],
    ['netlify', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});
