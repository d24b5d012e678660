import { expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const settings = '.factory/settings.json';
const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}): string {
  return hardenedFiles(agent, { [settings]: text }, wanted)[settings] ?? '';
}

it('starts in an empty file, and asks for no level, for none is the strictest', () => {
  expect(JSON.parse(narrowed('', { secrets: ['deploy/.env'] }))).toEqual({
    sandbox: { enabled: true, filesystem: { denyRead: ['./deploy/.env'] } },
  });
});

it('closes what a permissive file opens, and keeps comments and harmless commands', () => {
  const secret = `PGPASSWORD=${['k2f9', 'w7q1', 'zt93'].join('')} psql`;
  const text = `{
  // ours
  "commandAllowlist": ["npm test", "curl", "*", ${JSON.stringify(secret)}],
  "sessionDefaultSettings": { "autonomyLevel": "high", "enableDroidShield": false },
  "autonomyMode": "auto-medium",
  "hooksDisabled": true,
  "sandbox": {
    "enabled": false,
    "filesystem": { "allowWrite": ["~/.aws", "./out"] },
    "network": { "allowedDomains": ["*", "packages.example.com"] }
  }
}
`;
  const edited = narrowed(text, {
    stops,
    loose: [
      'commandAllowlist: curl',
      'commandAllowlist: *',
      'commandAllowlist: PGPASSWORD=…93 psql',
    ],
  });
  expect(edited).toContain('// ours');
  expect(JSON.parse(edited.replace('// ours', ''))).toEqual({
    commandAllowlist: ['npm test'],
    sessionDefaultSettings: { autonomyLevel: 'low' },
    autonomyMode: 'auto-low',
    sandbox: {
      enabled: true,
      filesystem: { allowWrite: ['./out'] },
      network: { allowedDomains: ['packages.example.com'] },
    },
    commandDenylist: ['curl'],
    commandBlocklist: [
      'acme volume delete',
      'acme db push --force-reset',
      'acme db push *--force-reset*',
    ],
  });
});

it('closes the local file too, and says in the shared one that its commands ask', () => {
  const local = '.factory/settings.local.json';
  const files = hardenedFiles(
    agent,
    {
      [local]: '{ "commandAllowlist": ["curl", "ls"], "autonomyLevel": "high" }',
      [settings]: '{}',
    },
    { loose: ['commandAllowlist: curl'] },
  );
  expect(JSON.parse(files[local] ?? '')).toEqual({
    commandAllowlist: ['ls'],
    autonomyLevel: 'low',
  });
  expect(files).not.toEqual({});
});

it('takes destructive tools from servers', () => {
  const servers = '.factory/mcp.json';
  const files = hardenedFiles(
    agent,
    { [servers]: '{ "mcpServers": { "db": { "url": "https://x.example" } } }' },
    { tools: [{ server: 'db', name: 'drop' }] },
  );
  expect(JSON.parse(files[servers] ?? '').mcpServers.db.disabledTools).toEqual(['drop']);
});

it('leaves a broken file alone', () => {
  expect(narrowed('{ "sandbox": ')).toBe('{ "sandbox": ');
});
