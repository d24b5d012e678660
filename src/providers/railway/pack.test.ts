import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../test/pack-claims.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Railway pack', () => {
  const claims = claimsOf(pack);

  it('has a source and a date for every claim', () => {
    for (const claim of claims) {
      expect(claim.source).toMatch(/^https:\/\/(?:docs\.railway\.com|github\.com\/railwayapp)\//);
      expect(claim.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(claims.length).toBeGreaterThan(30);
  });

  it('names every credential and variable once', () => {
    const names = [...pack.credentials, ...pack.variables].flatMap((spec) => spec.env);
    expect(new Set(names).size).toBe(names.length);
  });

  it('refers to its own stores', () => {
    const products = pack.stores.map((store) => store.product);
    for (const { names } of pack.variables)
      if (names.what === 'store') expect(products).toContain(names.product);
  });

  it('knows the mutation of the incident, and that no environment limits it', () => {
    expect(
      pack.api?.operations.find((operation) => operation.name === 'volumeDelete'),
    ).toMatchObject({
      destroys: 'volume',
      argument: 'volumeId',
    });
    expect(pack.stores.find((store) => store.product === 'railway-volume')).toMatchObject({
      backupsDieWithStore: true,
      spansEnvironments: true,
      hostsDatabases: true,
    });
  });

  it('does not call harmless mutations destructive', () => {
    const names = pack.api?.operations.map((operation) => operation.name) ?? [];
    for (const name of ['customDomainCreate', 'volumeCreate', 'serviceCreate', 'variableUpsert']) {
      expect(names).not.toContain(name);
    }
  });
});

describe('Railway commands', () => {
  it.each([
    ['railway volume delete --volume data --yes', 'volume'],
    ['npx @railway/cli@5 volume rm --volume data -y', 'volume'],
    ['railway down', 'service, asks'],
    ['railway down -y', 'service'],
    ['railway variable delete KEY', 'service'],
    ['railway vars rm KEY', 'service'],
    ['railway environment delete pr-5', 'environment, asks'],
    ['railway config apply --yes --confirm-destructive', 'anything'],
    ['railway config apply --yes', 'nothing'],
    ['railway config plan', 'nothing'],
    ['railway variable list', 'nothing'],
    ['railway up', 'nothing'],
    ['railway volume delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Railway MCP servers', () => {
  it.each([
    ['railway mcp', 'local'],
    ['@railway/cli', 'local'],
    ['@railway/mcp-server@latest', 'npm'],
    ['https://mcp.railway.com', 'remote'],
    ['railway mcp proxy', 'remote'],
    ['railway run', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});
