import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('DigitalOcean commands', () => {
  it.each([
    ['doctl databases delete 9cc1 --force', 'database'],
    ['doctl db rm 9cc1', 'database, asks'],
    ['doctl databases db delete 9cc1 shop -f', 'database'],
    ['doctl compute volume delete 7f -f', 'volume'],
    ['doctl compute droplet rm web -f', 'service'],
    ['doctl compute snapshot d 5 -f', 'backup'],
    ['doctl kubernetes cluster delete live -f', 'environment'],
    ['doctl k8s cluster delete live --dangerous -f', 'volume'],
    ['doctl --context live apps delete 3 --force', 'project'],
    ['doctl registry delete', 'files, asks'],
    ['doctl projects delete 1 -f', 'project'],
    ['doctl databases list', 'nothing'],
    ['doctl databases user delete 9cc1 reader -f', 'nothing'],
    ['doctl kubernetes cluster node-pool delete live pool -f', 'nothing'],
    ['doctl compute volume list', 'nothing'],
    ['doctl databases delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('DigitalOcean credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['personal-token', `dop_v1_${'0a1b'.repeat(16)}`],
    ['oauth-token', `doo_v1_${'0a1b'.repeat(16)}`],
    [undefined, `dop_v1_${'0a1b'.repeat(15)}`],
    [undefined, `dox_v1_${'0a1b'.repeat(16)}`],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['DIGITALOCEAN_ACCESS_TOKEN', 'personal-token'],
    ['SPACES_SECRET_ACCESS_KEY', 'spaces-key'],
    ['SPACES_ACCESS_KEY_ID', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('DigitalOcean MCP servers', () => {
  it.each([
    ['@digitalocean/mcp', 'npm'],
    ['doctl', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});
