import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { maskSecret } from '../../recognize/credential/secret-value.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const settings = '.antigravity/settings.json';
const servers = '.agents/mcp_config.json';
const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}) {
  return hardenedFiles(agent, { [settings]: text }, wanted)[settings] ?? '';
}

describe('permission lists', () => {
  it('deny what cannot be undone, tools that destroy, and files with credentials', () => {
    const tools = [{ server: 'db', name: 'drop' }];
    expect(JSON.parse(narrowed('', { stops, tools, secrets: ['deploy/.env'] }))).toEqual({
      permissions: {
        deny: [
          'command(acme volume delete)',
          'command(acme db push *--force-reset*)',
          'mcp(db/drop)',
          'read_file(deploy/.env)',
        ],
      },
    });
  });

  it('let loose entries, ways out of the sandbox and whole servers ask', () => {
    const text = `{
  "permissions": {
    "allow": [
      "command(npm test)", // agreed in June
      "command(curl)",
      "command(npm)",
      "command(*)",
      "unsandboxed(*)",
      "mcp(docs/search)",
      "mcp(db)"
    ]
  }
}
`;
    const loose = ['command(curl)', 'command(npm)', 'command(*)'];
    const edited = narrowed(text, { loose });
    expect(edited).toContain('// agreed in June');
    expect(JSON.parse(edited.replace(/\/\/.*/, ''))).toEqual({
      permissions: {
        allow: ['command(npm test)', 'mcp(docs/search)'],
        ask: ['command(curl)', 'unsandboxed(*)', 'mcp(db)'],
      },
    });
  });

  it('stay where they are as narrow, or broken', () => {
    const text =
      '{ "permissions": { "allow": ["command(npm test)"], "deny": ["mcp(db/drop)"] } }\n';
    expect(narrowed(text, { tools: [{ server: 'db', name: 'drop' }] })).toBe(text);
    expect(narrowed('{ "permissions": ', { stops })).toBe('{ "permissions": ');
  });

  it('never copy a secret', () => {
    const secret = ['k3', 'Jw9', 'xPq2', 'mV7t', 'Rz5c'].join('');
    const text = JSON.stringify({ permissions: { allow: [`command(deploy --token ${secret})`] } });
    const loose = [`command(deploy --token ${maskSecret(secret)})`];
    expect(JSON.parse(narrowed(text, { loose }))).toEqual({ permissions: { allow: [] } });
  });
});

it('takes destructive tools from the servers that the command line program has too', () => {
  const files = { [settings]: '{}\n', [servers]: '{\n  "mcpServers": {\n    "db": {}\n  }\n}\n' };
  const tools = [
    { server: 'db', name: 'drop' },
    { server: 'elsewhere', name: 'drop' },
  ];
  expect(JSON.parse(hardenedFiles(agent, files, { tools })[servers] ?? '')).toEqual({
    mcpServers: { db: { disabledTools: ['drop'] } },
  });
});
