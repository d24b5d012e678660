import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}): string {
  return hardenedFiles(agent, { 'opencode.json': text }, wanted)['opencode.json'] ?? '';
}

const environmentFiles = {
  '*': 'allow',
  '*.env': 'deny',
  '*.env.*': 'deny',
  '*.env.example': 'allow',
};
const looking = { grep: 'allow', glob: 'allow', list: 'allow' };

describe('settings', () => {
  it('start where there are none, for everything runs then', () => {
    const files = hardenedFiles(agent, { 'AGENTS.md': 'x', '.opencode/plugin/x.js': '' });
    expect(JSON.parse(files['opencode.json'] ?? '')).toEqual({
      permission: { '*': 'ask', bash: { '*': 'ask' }, read: environmentFiles, ...looking },
    });
  });

  it('deny last what cannot be undone', () => {
    const text = '{ "permission": { "bash": { "acme volume delete *": "deny", "*": "allow" } } }';
    const { permission } = JSON.parse(narrowed(text, { stops, loose: ['bash'] }));
    expect(Object.entries(permission.bash)).toEqual([
      ['*', 'ask'],
      ['acme volume delete *', 'deny'],
      ['acme db push *--force-reset*', 'deny'],
    ]);
    expect(Object.keys(permission)[0]).toBe('*');
  });

  it('let loose rules ask where they stand, and keep the harmless ones', () => {
    const text = `{
  // agreed in June
  "permission": {
    "*": "ask",
    "bash": {
      "git status *": "allow",
      "curl *": "allow", // for the docs
      "acme volume delete *": "deny"
    }
  }
}
`;
    const edited = narrowed(text, { stops: stops.slice(0, 1), loose: ['bash: curl *'] });
    expect(edited).toBe(text.replace('"curl *": "allow"', '"curl *": "ask"'));
  });

  it.each([
    ['"allow"', { '*': 'ask', bash: { '*': 'ask' }, read: environmentFiles, ...looking }],
    ['"ask"', { '*': 'ask', bash: { '*': 'ask' } }],
    ['"deny"', 'deny'],
    ['{ "*": "deny" }', { '*': 'deny' }],
    ['{ "*": "ask", "bash": "deny", "read": "deny" }', { '*': 'ask', bash: 'deny', read: 'deny' }],
    [
      '{ "edit": "allow", "read": "deny", "*": "ask" }',
      { '*': 'ask', edit: 'ask', read: 'deny', bash: { '*': 'ask' } },
    ],
  ])('never become looser than %s', (permission, expected) => {
    const edited = narrowed(`{ "permission": ${permission} }`);
    expect(JSON.parse(edited).permission).toEqual(expected);
  });

  it('say again what the older booleans deny, which would come too early', () => {
    const { tools, permission } = JSON.parse(
      narrowed('{ "tools": { "bash": false, "write": true } }', { stops }),
    );
    expect(tools).toEqual({ bash: false, write: true });
    expect(permission.bash).toBe('deny');
    const open = JSON.parse(narrowed('{ "tools": { "bash": true } }', { stops, loose: ['bash'] }));
    expect(open.tools).toEqual({});
    expect(open.permission.bash['*']).toBe('ask');
  });

  it('hide files with credentials and close folders outside', () => {
    const text = '{ "permission": { "*": "ask", "read": "allow", "external_directory": "allow" } }';
    const { permission } = JSON.parse(narrowed(text, { secrets: ['deploy/.env'] }));
    expect(Object.entries(permission.read)).toEqual([
      ['*', 'allow'],
      ['*deploy/.env', 'deny'],
    ]);
    expect(permission.external_directory).toBe('ask');
  });

  it('deny tools of servers behind whatever allows them', () => {
    const text =
      '{ "permission": { "*": "ask", "my_db_drop": "deny", "my_*": "allow" }, "mcp": { "my.db": { "type": "remote", "url": "https://x.example" } } }';
    const tools = [{ server: 'my.db', name: 'drop' }];
    const { permission } = JSON.parse(narrowed(text, { tools }));
    expect(Object.keys(permission).filter((key) => key.startsWith('my'))).toEqual([
      'my_*',
      'my_db_drop',
    ]);
  });

  it('stay as they are when they are broken', () => {
    expect(narrowed('{ "permission": ')).toBe('{ "permission": ');
  });
});

describe('named agents', () => {
  it('ask in the settings, with the denials again', () => {
    const text =
      '{ "permission": { "*": "ask" }, "agent": { "ops": { "permission": { "bash": "allow" } }, "docs": { "permission": { "bash": "deny" } } } }';
    const { agent: named } = JSON.parse(
      narrowed(text, { stops: stops.slice(0, 1), loose: ['bash'] }),
    );
    expect(named.ops.permission.bash).toEqual({ '*': 'ask', 'acme volume delete *': 'deny' });
    expect(named.docs.permission.bash).toBe('deny');
  });

  it('ask in files of their own', () => {
    const own = `---
description: runs things # all of them
permission:
  bash:
    "*": allow
    git status: allow
---
Do it.
`;
    const files = hardenedFiles(
      agent,
      { 'opencode.json': '{ "permission": "ask" }', '.opencode/agent/ops.md': own },
      { stops: stops.slice(0, 1), loose: ['bash'] },
    );
    expect(files['.opencode/agent/ops.md']).toBe(
      own
        .replace('"*": allow', '"*": ask')
        .replace('git status: allow', 'git status: allow\n    acme volume delete *: deny'),
    );
  });
});
