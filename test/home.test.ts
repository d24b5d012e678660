import { afterEach, expect, it } from 'vitest';
import { facts, scan } from '../src/engine/scan.ts';
import { ofKind } from './facts-of-kind.ts';
import { removeTree, writeTree } from './temporary-tree.ts';

const trees: string[] = [];
function tree(files: Readonly<Record<string, string>>): string {
  const folder = writeTree(files);
  trees.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of trees.splice(0)) removeTree(folder);
});

function options(root: string, home?: string) {
  return {
    root,
    environment: { PATH: process.env['PATH'] },
    minSeverity: 'low',
    minConfidence: 'low',
    today: '2026-11-21',
    now: () => 0,
    ...(home === undefined ? {} : { home }),
  } as const;
}

const user = '{ "permissions": { "defaultMode": "bypassPermissions", "deny": ["Bash(psql *)"] } }';

it('reads the user settings only when asked, and gives them their own weight', async () => {
  const root = tree({ '.claude/settings.json': '{ "permissions": { "allow": ["Bash(ls)"] } }' });
  const home = tree({ '.claude/settings.json': user, 'notes/private.env': 'RAILWAY_TOKEN=x' });
  const without = await scan(options(root));
  expect(without.homeRead).toBe(false);
  const found = await facts(options(root, home));
  const [agent] = ofKind(found.facts, 'Agent');
  expect(agent?.shell).toMatchObject({
    state: 'set',
    value: 'runs',
    at: { file: '~/.claude/settings.json' },
  });
  expect(ofKind(found.facts, 'AgentRule').map((rule) => rule.at.file)).toContain(
    '~/.claude/settings.json',
  );
  expect(JSON.stringify(found.facts)).not.toContain('private.env');
  expect((await scan(options(root, home))).homeRead).toBe(true);
});

it('sees an agent that only the home knows', async () => {
  const found = await facts(
    options(tree({ 'a.txt': 'a' }), tree({ '.claude/settings.json': user })),
  );
  expect(ofKind(found.facts, 'Agent').map((agent) => agent.folder)).toEqual(['']);
});

it('does not take a folder of the tree that is named ~ for the home', async () => {
  const found = await facts(options(tree({ '~/.claude/settings.json': user }), tree({})));
  const [agent] = ofKind(found.facts, 'Agent');
  expect(agent?.at.file).toBe('./~/.claude/settings.json');
  expect(agent?.shell).toMatchObject({ state: 'default' });
});
