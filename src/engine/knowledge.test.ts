import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CredentialSpec, ProviderFacts } from '../model/knowledge.ts';
import { pack as railway } from '../providers/railway/pack.ts';
import { createKnowledge, prefilterKeywords } from './knowledge.ts';

const sourced = { source: 'https://acme.io/docs', checkedOn: '2026-11-21' } as const;
const key: CredentialSpec = {
  id: 'key',
  title: 'Acme key',
  env: ['ACME_KEY'],
  headers: ['x-acme-key'],
  prefixes: ['acme_', 'acme_live_'],
  shape: /acme_(?:live_)?[a-z]{8}/,
  scope: null,
  actions: null,
  plane: 'data',
  expires: 'unknown',
  narrower: 'Use less',
  isPublic: false,
  ...sourced,
};
const acme: ProviderFacts = {
  id: 'acme',
  title: 'Acme',
  credentials: [key],
  commands: [],
  api: { hosts: ['*.acme.io'], operations: [] },
  mcp: [
    {
      id: 'm',
      packages: ['@acme/mcp', 'acme/mcp'],
      hosts: ['mcp.acme.io'],
      destructiveTools: [],
      title: 'Acme MCP server',
      commands: ['acme mcp'],
      readOnly: [],
      writesWith: [],
      narrowedBy: [],
      reach: null,
      narrower: 'Use less',
      ...sourced,
    },
  ],
  variables: [],
  hosts: [
    { suffix: '.acme.io', environmentLocal: false, ...sourced },
    { suffix: '.internal.acme.io', environmentLocal: true, ...sourced },
  ],
  consents: [],
  stores: [],
};
const knowledge = createKnowledge([railway, acme], new Uint8Array([1, 2, 3]));

describe('createKnowledge', () => {
  it.each([
    ['RAILWAY_API_TOKEN', 'account-token'],
    ['RAILWAY_TOKEN', 'project-token'],
    ['RAILWAY_PROJECT_TOKEN', 'project-token'],
    ['STAGING_RAILWAY_TOKEN', 'project-token'],
    ['RAILWAY_API_TOKEN_PROD', 'account-token'],
    ['VITE_RAILWAY_API_TOKEN', 'account-token'],
    ['RAILWAY_API_TOKEN_OLD_2', 'account-token'],
    ['railwayApiToken', 'account-token'],
    ['railway_token', 'project-token'],
    ['RAILWAY_CLIENT_ID', 'oauth-client-id'],
  ])('knows %s by name', (name, id) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
  });

  it.each([
    'TOKEN',
    'API_TOKEN',
    'RAILWAY',
    'RAILWAY_PROJECT_ID',
    'MY_RAILWAY_API_TOKEN_NAME',
    '',
    'constructor',
  ])('does not know %s by name', (name) => {
    expect(knowledge.credentialByName(name)).toBeUndefined();
  });

  it('proves a kind by prefix and whole shape, never by shape alone', () => {
    expect(knowledge.credentialByValue(randomUUID())).toBeUndefined();
    expect(knowledge.credentialByValue(`rlwy_oacs_${'0a1b'.repeat(10)}`)?.spec.id).toBe(
      'oauth-client-secret',
    );
    expect(knowledge.credentialByValue(`rlwy_oacs_${'0a1b'.repeat(10)}x`)).toBeUndefined();
    expect(knowledge.credentialByValue('rlwy_oacs_')).toBeUndefined();
    expect(knowledge.credentialByValue('acme_live_abcdefgh')?.provider).toBe('acme');
    expect(knowledge.credentialByValue('')).toBeUndefined();
  });

  it('knows a header only at a host of its provider', () => {
    expect(
      knowledge.credentialByHeader('Project-Access-Token', 'backboard.railway.com')?.spec.id,
    ).toBe('project-token');
    expect(
      knowledge.credentialByHeader('Authorization', 'https://backboard.railway.app/graphql/v2')
        ?.spec.id,
    ).toBe('account-token');
    expect(knowledge.credentialByHeader('Authorization', 'api.github.com')).toBeUndefined();
    expect(knowledge.credentialByHeader('X-Acme-Key', 'eu.acme.io:443')?.provider).toBe('acme');
    expect(knowledge.credentialByHeader('X-Other', 'eu.acme.io')).toBeUndefined();
  });

  it('finds an API by host', () => {
    expect(knowledge.apiByHost('BACKBOARD.railway.com')?.id).toBe('railway');
    expect(knowledge.apiByHost('backboard.railway.com.evil.io')).toBeUndefined();
    expect(knowledge.apiByHost('notacme.io')).toBeUndefined();
    expect(knowledge.apiByHost('')).toBeUndefined();
  });

  it('finds the most specific API host, in any order of the packs', () => {
    const console: ProviderFacts = {
      ...acme,
      id: 'acme-console',
      api: { hosts: ['console.acme.io'], operations: [] },
    };
    for (const order of [
      [acme, console],
      [console, acme],
    ]) {
      const either = createKnowledge(order, new Uint8Array([1]));
      expect(either.apiByHost('console.acme.io')?.id).toBe('acme-console');
      expect(either.apiByHost('eu.acme.io')?.id).toBe('acme');
    }
  });

  it('finds the longest host suffix', () => {
    expect(knowledge.host('db.internal.acme.io')?.spec.environmentLocal).toBe(true);
    expect(knowledge.host('db.acme.io')?.spec.environmentLocal).toBe(false);
    expect(knowledge.host('postgres.railway.internal')?.provider).toBe('railway');
    expect(knowledge.host('roundhouse.proxy.rlwy.net')?.spec.environmentLocal).toBe(false);
    expect(knowledge.host('railway.internal.evil.io')).toBeUndefined();
  });

  it.each([
    ['@railway/mcp-server', 'railway'],
    ['@railway/mcp-server@latest', 'railway'],
    ['mcp.railway.com', 'railway'],
    ['https://mcp.railway.com/mcp?x=1', 'railway'],
    ['acme/mcp:1.2', 'acme'],
    ['@acme/mcp@1.0.0', 'acme'],
  ])('knows MCP server %s', (name, provider) => {
    expect(knowledge.mcp(name)?.provider).toBe(provider);
  });

  it('does not know other MCP servers', () => {
    expect(knowledge.mcp('@acme/mcp-other')).toBeUndefined();
    expect(knowledge.mcp('')).toBeUndefined();
  });

  it('indexes operations, variables, stores and providers', () => {
    expect(knowledge.operations('volumeDelete').map((known) => known.spec.destroys)).toEqual([
      'volume',
    ]);
    expect(knowledge.operations('customDomainCreate')).toEqual([]);
    expect(knowledge.variable('RAILWAY_VOLUME_ID')?.spec.names).toEqual({
      what: 'store',
      product: 'railway-volume',
    });
    expect(knowledge.variable('PROD_RAILWAY_VOLUME_ID')?.provider).toBe('railway');
    expect(knowledge.variable('VOLUME_ID')).toBeUndefined();
    expect(knowledge.store('railway-volume')?.spec.spansEnvironments).toBe(true);
    expect(knowledge.store('implied')).toBeUndefined();
    expect(knowledge.provider('acme')?.title).toBe('Acme');
    expect(knowledge.provider('aws')).toBeUndefined();
  });

  it('finds the most specific command', () => {
    expect(
      knowledge.command(['railway', 'postgres', 'pitr', 'backup', 'delete', 'x'])?.spec.destroys,
    ).toBe('backup');
    expect(knowledge.command(['railway', '', 'volume', 'delete'])?.spec.destroys).toBe('volume');
    expect(knowledge.command([])).toBeUndefined();
    expect(knowledge.command(['railway'])).toBeUndefined();
  });

  it('digests with its key', () => {
    const other = createKnowledge([railway], new Uint8Array([9]));
    expect(knowledge.digest('a')).toBe(knowledge.digest('a'));
    expect(knowledge.digest('a')).not.toBe(knowledge.digest('b'));
    expect(knowledge.digest('a')).not.toBe(other.digest('a'));
    expect(knowledge.digest('a')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('prefilterKeywords', () => {
  it('names variables, prefixes, hosts and mutations, but nothing short or public', () => {
    const words = prefilterKeywords([railway, acme]);
    expect(words).toEqual(
      expect.arrayContaining([
        'RAILWAY_API_TOKEN',
        'rlwy_oacs_',
        'backboard.railway.com',
        'volumeDelete',
        'acme.io',
        'acme_',
        'ACME_KEY',
      ]),
    );
    expect(words).not.toContain('rlwy_oaci_');
    expect([...words]).toEqual([...new Set(words)].sort());
    expect(words.every((word) => word.length >= 4)).toBe(true);
  });
});
