import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { pluginFolderOf } from './plugins.ts';

/** The folder an agent file belongs to: the one that holds `.claude`. */
export function projectFolder(file: string): string {
  const marker = file.lastIndexOf('.claude/');
  if (marker === 0 || file[marker - 1] === '/') return file.slice(0, Math.max(0, marker - 1));
  return folderOf(file);
}

/** Prose in the tree that is not a setting: it joins the settings around it. */
function isProse(file: string): boolean {
  return /^(?:CLAUDE(?:\.local)?|AGENTS)\.md$/.test(baseName(file)) && !file.includes('.claude/');
}

/**
 * One unit per folder with settings; prose deeper down joins the nearest unit above it, because one agent reads it all. Worktrees that the agent
 * keeps under `.claude/worktrees` are copies and left out, and so is an `AGENTS.md` that nothing of Claude Code stands beside.
 */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const groups = new Map<string, FilePath[]>();
  const home = files.filter(isHome);
  const plugins = files.flatMap((file) => pluginFolderOf(file) ?? []);
  const all = files.filter((file) => !isHome(file) && !isForeign(file));
  const own = all.filter((file) => !isOfPlugin(file, plugins));
  for (const file of own) {
    if (!isProse(file)) groups.set(projectFolder(file), []);
  }
  // Shallow first, so that prose without any settings gathers at its topmost file.
  if (own.length === 0 && home.length > 0) return [home];
  const prose = own
    .filter((file) => isProse(file) && baseName(file) !== 'AGENTS.md')
    .sort((a, b) => depth(a) - depth(b));
  for (const file of prose) {
    if (nearest(groups, folderOf(file)) === undefined) groups.set(folderOf(file), []);
  }
  for (const file of own) {
    const folder = isProse(file) ? nearest(groups, folderOf(file)) : projectFolder(file);
    if (folder !== undefined) groups.get(folder)?.push(file);
  }
  for (const file of all) {
    const plugin = isOfPlugin(file, plugins)
      ? nearest(groups, folderOfPlugin(file, plugins))
      : undefined;
    if (plugin !== undefined) groups.get(plugin)?.push(file);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => members)
    .filter((members) => members.length > 0)
    .map((members) => [...members, ...home]);
}

/** Worktrees are copies; a plugin's own server list counts only where the plugin is switched on; skills bring prose of their own. */
function isForeign(file: string): boolean {
  return (
    /(?:^|\/)\.claude\/worktrees\//.test(file) ||
    /(?:^|\/)\.claude\/.*\.mcp\.json$/.test(file) ||
    /(?:^|\/)\.[\w-]+\/.*(?:AGENTS|CLAUDE)\.md$/.test(
      file.replace(/(?:^|\/)\.claude\/CLAUDE\.md$/, ''),
    )
  );
}

/** A plugin's manifest, hooks and server list; hooks of nothing are somebody else's. */
function isOfPlugin(file: string, plugins: readonly string[]): boolean {
  if (pluginFolderOf(file) !== undefined) return true;
  if (file.includes('.claude/')) return false;
  if (baseName(folderOf(file)) === 'hooks') return true;
  return (
    baseName(file) === '.mcp.json' && folderOf(file) !== '' && plugins.includes(folderOf(file))
  );
}

function folderOfPlugin(file: string, plugins: readonly string[]): string {
  const above = pluginFolderOf(file) ?? folderOf(file);
  return plugins.includes(above) ? above : folderOf(above);
}

function depth(file: string): number {
  return file.split('/').length;
}

function nearest(groups: ReadonlyMap<string, unknown>, folder: string): string | undefined {
  for (let current = folder; ; current = folderOf(current)) {
    if (groups.has(current)) return current;
    if (current === '') return undefined;
  }
}
