import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeTree, writeTree } from '../../test/temporary-tree.ts';
import { discoverHome } from './home.ts';

let home = '';
beforeEach(() => {
  home = writeTree({
    '.pilot/settings.json': '{}',
    '.pilot/hooks/guard.sh': 'exit 2',
    '.pilot/cache/deep/deep/deep/deep/deep/deep/deep/x.sh': 'x',
    'Documents/letter.txt': 'dear',
  });
});
afterEach(() => removeTree(home));

async function files(...globs: readonly string[]): Promise<readonly string[] | undefined> {
  return (await discoverHome(home, globs))?.entries.map((entry) => entry.file);
}

it('lists what the globs name and nothing else', async () => {
  expect(await files('~/.pilot/settings.json', '~/.pilot/hooks/**')).toEqual([
    '~/.pilot/hooks/guard.sh',
    '~/.pilot/settings.json',
  ]);
  expect(await files('~/.other/settings.json')).toEqual([]);
});

it('follows links of the home, and none out of it', async () => {
  const outside = writeTree({ 'secret.json': '{}' });
  mkdirSync(join(home, 'dotfiles'));
  writeFileSync(join(home, 'dotfiles/mcp.json'), '{}');
  symlinkSync(join(home, 'dotfiles/mcp.json'), join(home, '.pilot/mcp.json'));
  symlinkSync(join(outside, 'secret.json'), join(home, '.pilot/other.json'));
  expect(await files('~/.pilot/mcp.json', '~/.pilot/other.json')).toEqual(['~/.pilot/mcp.json']);
  removeTree(outside);
});

it('knows no files where there is no home', async () => {
  expect(await discoverHome(join(home, 'nobody'), ['~/.pilot/settings.json'])).toBeNull();
  expect(await discoverHome(join(home, '.pilot/settings.json'), ['~/x'])).toBeNull();
});
