import { createKnowledge } from '../src/engine/knowledge.ts';
import type { ProviderFacts } from '../src/model/knowledge.ts';
import { mcpSwitch } from '../src/model/pack.ts';

const sourced = { source: 'https://example.com/docs', checkedOn: '2026-11-21' };

/** An invented platform with a token and an MCP server: recognisers and agents must not know any real one. */
const acme: ProviderFacts = {
  id: 'acme',
  title: 'Acme',
  credentials: [
    {
      ...sourced,
      id: 'account-token',
      title: 'Acme account token',
      env: ['ACME_ACCESS_TOKEN'],
      headers: [],
      prefixes: ['acme_'],
      shape: /acme_[a-z0-9]{24}/,
      scope: 'account',
      actions: ['admin'],
      plane: 'control',
      expires: 'never',
      narrower: 'use a project token',
      isPublic: false,
    },
  ],
  commands: [],
  api: null,
  mcp: [
    {
      ...sourced,
      id: 'acme-mcp',
      packages: ['@acme/mcp-server'],
      hosts: ['mcp.acme.example'],
      destructiveTools: ['execute_sql'],
      title: 'Acme MCP server',
      commands: ['acme mcp'],
      readOnly: [mcpSwitch('--read-only'), mcpSwitch('?read_only=true')],
      writesWith: [],
      narrowedBy: [mcpSwitch('?project')],
      reach: 'account',
      narrower: 'Add --read-only',
    },
  ],
  variables: [],
  hosts: [],
  consents: [],
  stores: [],
};

/** Knows Acme and nothing else. */
export const acmeKnowledge = createKnowledge([acme], new Uint8Array(32));

/** A token in Acme's shape. */
export const acmeToken = `acme${'_'}${'k3v9x1q7z5m2'.repeat(2)}`;
