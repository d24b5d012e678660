import { expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const settings = '.augment/settings.json';
const agent = { collect, harden };

function narrowed(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}): string {
  return hardenedFiles(agent, { [settings]: text }, wanted)[settings] ?? '';
}

const rule = (toolName: string, type: string, shellInputRegex?: string) => ({
  toolName,
  ...(shellInputRegex === undefined ? {} : { shellInputRegex }),
  permission: { type },
});
const denied = '\\bacme\\s+(?:volume\\s+delete\\b|db\\s+push\\s+[^;&|]*--force-reset)';

it('starts in an empty file', () => {
  expect(JSON.parse(narrowed(''))).toEqual({
    toolPermissions: [rule('launch-process', 'ask-user')],
  });
});

it('denies first and asks last, and keeps comments and harmless rules', () => {
  const text = `{
  // ours
  "toolPermissions": [
    { "toolName": "launch-process", "shellInputRegex": "^git status", "permission": { "type": "allow" } },
    { "toolName": "launch-process", "shellInputRegex": "^curl", "permission": { "type": "allow" } },
    { "toolName": "view", "permission": { "type": "allow" } }
  ]
}
`;
  const edited = narrowed(text, {
    stops,
    loose: ['launch-process ^curl'],
    tools: [{ server: 'db', name: 'drop' }],
  });
  expect(edited).toContain('// ours');
  expect(JSON.parse(edited.replace('// ours', '')).toolPermissions).toEqual([
    rule('launch-process', 'deny', denied),
    rule('drop_db', 'deny'),
    rule('launch-process', 'allow', '^git status'),
    rule('launch-process', 'ask-user', '^curl'),
    rule('view', 'allow'),
    rule('launch-process', 'ask-user'),
  ]);
});

it('denies only what is not denied yet', () => {
  const list = [rule('launch-process', 'deny', '\\bacme\\s+(?:volume\\s+delete\\b)')];
  const parsed = JSON.parse(narrowed(JSON.stringify({ toolPermissions: list }), { stops }));
  expect(
    parsed.toolPermissions.map((one: { shellInputRegex?: string }) => one.shellInputRegex),
  ).toEqual([
    '\\bacme\\s+(?:db\\s+push\\s+[^;&|]*--force-reset)',
    '\\bacme\\s+(?:volume\\s+delete\\b)',
    undefined,
  ]);
});

it('lets the local file ask too, whose rules come first', () => {
  const local = '.augment/settings.local.json';
  const text = JSON.stringify({ toolPermissions: [rule('launch-process', 'allow')] });
  const files = hardenedFiles(agent, { [local]: text });
  expect(JSON.parse(files[local] ?? '').toolPermissions).toEqual([
    rule('launch-process', 'ask-user'),
  ]);
});

it('hides files with credentials', () => {
  const files = hardenedFiles(
    agent,
    { [settings]: '{}', '.augmentignore': 'dist\n' },
    { secrets: ['deploy/.env'] },
  );
  expect(files['.augmentignore']).toBe('dist\n/deploy/.env\n');
});

it('leaves a broken file alone', () => {
  expect(narrowed('{ "toolPermissions": ')).toBe('{ "toolPermissions": ');
});
