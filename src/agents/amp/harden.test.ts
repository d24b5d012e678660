import { expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const settings = '.amp/settings.json';
const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}): string {
  return hardenedFiles(agent, { [settings]: text }, wanted)[settings] ?? '';
}

const deleting = '/\\bacme\\s+volume\\s+delete\\b/';
const asking = { tool: 'Bash', action: 'ask' };

it('starts in an empty file', () => {
  expect(JSON.parse(narrowed(''))).toEqual({
    'amp.dangerouslyAllowAll': false,
    'amp.permissions': [asking],
  });
});

it('rejects first and asks last, and keeps comments and harmless rules', () => {
  const text = `{
  // ours
  "amp.permissions": [
    { "tool": "Bash", "matches": { "cmd": "git status*" }, "action": "allow" }, // fine
    { "tool": "Bash", "action": "allow" }
  ],
  "amp.commands.allowlist": ["ls", "curl"]
}
`;
  const edited = narrowed(text, {
    stops,
    loose: ['amp.commands.allowlist: curl'],
    secrets: ['deploy/.env'],
    tools: [{ server: 'db', name: 'drop' }],
  });
  expect(edited).toContain('// ours');
  expect(edited).toContain('// fine');
  const parsed = JSON.parse(edited.replace(/\/\/.*/g, ''));
  expect(parsed).toEqual({
    'amp.dangerouslyAllowAll': false,
    'amp.permissions': [
      {
        tool: 'Bash',
        matches: { cmd: [deleting, '/\\bacme\\s+db\\s+push\\s+[^;&|]*--force-reset/'] },
        action: 'reject',
      },
      { tool: 'mcp__db__drop', action: 'reject' },
      { tool: 'Read', matches: { path: ['*/deploy/.env'] }, action: 'reject' },
      { tool: 'Bash', matches: { cmd: 'git status*' }, action: 'allow' },
      asking,
    ],
    'amp.commands.allowlist': ['ls'],
  });
});

it('switches the mode off that looks at no rule', () => {
  const text = '{ "amp.dangerouslyAllowAll": true }';
  expect(JSON.parse(narrowed(text))['amp.dangerouslyAllowAll']).toBe(false);
});

it('adds to the rule that rejects already', () => {
  const rule = { tool: 'Bash', matches: { cmd: [deleting] }, action: 'reject' };
  const text = JSON.stringify({ 'amp.permissions': [rule, asking] });
  const parsed = JSON.parse(narrowed(text, { stops }));
  expect(parsed['amp.permissions']).toHaveLength(2);
  expect(parsed['amp.permissions'][0].matches.cmd).toHaveLength(2);
});

it('lets loose rules ask', () => {
  const text = JSON.stringify({
    'amp.permissions': [{ tool: 'Bash', matches: { cmd: ['npx *', 'ls'] }, action: 'allow' }],
  });
  const parsed = JSON.parse(narrowed(text, { loose: ['Bash npx *'] }));
  expect(parsed['amp.permissions'][0].action).toBe('ask');
});

it('takes back what the editor’s settings open, and says the rest in its own file', () => {
  const files = hardenedFiles(agent, {
    '.vscode/settings.json': '{ "amp.dangerouslyAllowAll": true, "editor.tabSize": 2 }',
  });
  expect(files['.vscode/settings.json']).toBe(
    '{ "amp.dangerouslyAllowAll": false, "editor.tabSize": 2 }',
  );
  expect(files[settings]).toContain('"action": "ask"');
});

it('leaves a broken file alone', () => {
  expect(narrowed('{ "amp.permissions": ')).toBe('{ "amp.permissions": ');
});
