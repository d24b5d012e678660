import { expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}): string {
  return hardenedFiles(agent, { 'kilo.jsonc': text }, wanted)['kilo.jsonc'] ?? '';
}

const sandbox = { enabled: true, network: 'deny' };

it('starts in an empty file: what no rule names asks already', () => {
  expect(JSON.parse(narrowed('', { stops: stops.slice(0, 1) }))).toEqual({
    permission: {
      bash: { '*': 'ask', 'acme volume delete *': 'deny' },
      read: { '*': 'allow', '*.env': 'deny', '*.env.*': 'deny', '*.env.example': 'allow' },
    },
    sandbox,
  });
});

it('lets a permissive file ask, closes the sandbox and its own settings', () => {
  const text = `{
  // ours
  "permission": {
    "*": "ask",
    "bash": { "*": "allow", "git diff *": "allow" }
  },
  "require_approval_for_config_edits": false,
  "sandbox": { "enabled": false, "network": "allow" }
}
`;
  const edited = narrowed(text, { stops: stops.slice(0, 1), loose: ['bash'] });
  expect(edited).toContain('// ours');
  expect(edited).toContain('"git diff *": "allow"');
  expect(edited).toContain('"acme volume delete *": "deny"');
  expect(edited).toContain('"*": "ask"');
  expect(edited).not.toContain('require_approval');
  expect(edited).toContain('"sandbox": { "enabled": true, "network": "deny" }');
});

it('never lets what is refused ask', () => {
  const text = '{ "permission": { "*": "deny" } }';
  expect(JSON.parse(narrowed(text, { stops }))).toEqual({ permission: { '*': 'deny' }, sandbox });
  expect(JSON.parse(narrowed('{ "permission": "ask" }')).permission).toEqual({
    '*': 'ask',
    bash: { '*': 'ask' },
  });
});

it('narrows every settings file, and agents of their own', () => {
  const files = hardenedFiles(
    agent,
    {
      'kilo.json': '{ "permission": { "bash": "allow" } }',
      '.kilo/kilo.jsonc': '{}',
      '.kilo/agents/ops.md': '---\npermission:\n  bash: allow\n---\nDo it.\n',
    },
    { stops: stops.slice(0, 1), loose: ['bash'] },
  );
  expect(JSON.parse(files['kilo.json'] ?? '').permission.bash['*']).toBe('ask');
  expect(JSON.parse(files['.kilo/kilo.jsonc'] ?? '').sandbox).toEqual(sandbox);
  expect(files['.kilo/agents/ops.md']).toBe(
    '---\npermission:\n  bash:\n    "*": ask\n    acme volume delete *: deny\n---\nDo it.\n',
  );
  expect(files).not.toHaveProperty('kilo.jsonc');
});

it('leaves a broken file alone', () => {
  expect(narrowed('{ "permission": ')).toBe('{ "permission": ');
});
