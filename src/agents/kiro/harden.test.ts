import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const agent = { collect, harden };
const denied = [
  '[\\s\\S]*\\bacme\\s+volume\\s+delete\\b[\\s\\S]*',
  '[\\s\\S]*\\bacme\\s+db\\s+push\\s+[^;&|]*--force-reset[\\s\\S]*',
];

describe('agent files', () => {
  const own = '.kiro/agents/ops.json';

  it('trust neither commands nor clouds nor servers that destroy', () => {
    const text = `{
  "name": "ops",
  "tools": ["*"],
  "allowedTools": ["read", "shell", "use_aws", "@db", "@docs", "@db/list", "*"],
  "mcpServers": { "db": { "url": "https://x.example", "autoApprove": ["list", "drop", "*"] } }
}
`;
    const files = hardenedFiles(
      agent,
      { [own]: text },
      {
        stops,
        loose: ['allowedTools: shell'],
        secrets: ['deploy/.env'],
        tools: [{ server: 'db', name: 'drop' }],
      },
    );
    expect(JSON.parse(files[own] ?? '')).toEqual({
      name: 'ops',
      tools: ['*'],
      allowedTools: ['read', '@docs', '@db/list'],
      mcpServers: {
        db: { url: 'https://x.example', autoApprove: ['list'], disabledTools: ['drop'] },
      },
      toolsSettings: {
        shell: { deniedCommands: denied },
        read: { deniedPaths: ['./deploy/.env'] },
      },
    });
    expect(files['.kiroignore']).toBe('/deploy/.env\n');
  });

  it('keep harmless commands, under the name that is there', () => {
    const text =
      '{ "name": "ops", "toolsSettings": { "execute_bash": { "allowedCommands": ["git status", "curl .*"] } } }';
    const files = hardenedFiles(
      agent,
      { [own]: text },
      { stops, loose: ['allowedCommands: curl .*'] },
    );
    expect(JSON.parse(files[own] ?? '').toolsSettings).toEqual({
      execute_bash: { allowedCommands: ['git status'], deniedCommands: denied },
    });
  });

  it('say nothing of tools that the agent has not got', () => {
    const text = '{ "name": "docs", "tools": ["grep"], "prompt": "x" }';
    const files = hardenedFiles(agent, { [own]: text }, { stops, secrets: ['deploy/.env'] });
    expect(files[own]).toBe(text);
  });

  it('are left alone when they are broken', () => {
    expect(hardenedFiles(agent, { [own]: '{ "tools": ' }, { stops })).toEqual({
      [own]: '{ "tools": ',
    });
  });
});

it('takes destructive tools from the folder’s servers', () => {
  const file = '.kiro/settings/mcp.json';
  const text =
    '{\n  // ours\n  "mcpServers": { "db": { "url": "https://x.example", "autoApprove": ["drop"] } }\n}\n';
  const files = hardenedFiles(agent, { [file]: text }, { tools: [{ server: 'db', name: 'drop' }] });
  expect(files[file]).toContain('// ours');
  expect(JSON.parse((files[file] ?? '').replace('// ours', '')).mcpServers.db).toEqual({
    url: 'https://x.example',
    autoApprove: [],
    disabledTools: ['drop'],
  });
});

it('denies by capability in an agent of Markdown', () => {
  const file = '.kiro/agents/ops.md';
  const text = `---
name: ops # ours
permissions:
  - capability: shell
    effect: allow
    match: ["git status*", "curl *"]
---
Do it.
`;
  const files = hardenedFiles(
    agent,
    { [file]: text },
    { stops: stops.slice(0, 1), loose: ['shell: curl *'], secrets: ['deploy/.env'] },
  );
  expect(files[file]).toContain('name: ops # ours');
  expect(files[file]).toContain('match: ["git status*"]');
  expect(files[file]).toContain('effect: ask\n    match:\n      - curl *\n');
  expect(files[file]).toContain('effect: deny\n    match:\n      - acme volume delete *\n');
  expect(files[file]).toContain(
    'capability: fs_read\n    effect: deny\n    match:\n      - deploy/.env\n',
  );
});
