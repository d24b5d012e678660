import { expect, it } from 'vitest';
import { filePath } from '../../model/source.ts';
import { groupByFolder, projectFolder } from './group.ts';

const group = (...files: readonly string[]) => groupByFolder(files.map(filePath));

it('keeps nested settings apart and gathers prose under them', () => {
  expect(
    group(
      '.claude/settings.json',
      'CLAUDE.md',
      'docs/CLAUDE.md',
      'infra/.claude/settings.local.json',
      'infra/CLAUDE.md',
      'infra/modules/AGENTS.md',
    ),
  ).toEqual([
    ['.claude/settings.json', 'CLAUDE.md', 'docs/CLAUDE.md'],
    ['infra/.claude/settings.local.json', 'infra/CLAUDE.md', 'infra/modules/AGENTS.md'],
  ]);
});

it('gathers prose without settings at its topmost file', () => {
  expect(group('a/CLAUDE.md', 'a/b/CLAUDE.md', 'c/CLAUDE.md')).toEqual([
    ['a/CLAUDE.md', 'a/b/CLAUDE.md'],
    ['c/CLAUDE.md'],
  ]);
});

it('leaves out worktrees and lone AGENTS.md files', () => {
  expect(group('.claude/worktrees/x/.claude/settings.json', 'AGENTS.md')).toEqual([]);
});

it('finds the folder of each file', () => {
  expect(projectFolder('.claude/settings.json')).toBe('');
  expect(projectFolder('a/b/.claude/skills/x/SKILL.md')).toBe('a/b');
  expect(projectFolder('a/.mcp.json')).toBe('a');
  expect(projectFolder('.mcp.json')).toBe('');
});

it('lets plugins join the folder around them, and leaves out those without one', () => {
  const plugin = [
    'plugins/x/.claude-plugin/plugin.json',
    'plugins/x/.mcp.json',
    'plugins/x/hooks/hooks.json',
  ];
  expect(group('.claude/settings.json', ...plugin, 'git/hooks/pre-push.sh')).toEqual([
    ['.claude/settings.json', ...plugin, 'git/hooks/pre-push.sh'],
  ]);
  expect(group(...plugin)).toEqual([]);
  expect(group('.claude-plugin/plugin.json', '.mcp.json')).toEqual([
    ['.mcp.json', '.claude-plugin/plugin.json'],
  ]);
});
