import { type FilePath, folderOf } from '../../model/source.ts';

/** Whether a file lies in the user's home instead of the tree. */
export function isHome(file: string): boolean {
  return file.startsWith('~/');
}

/**
 * The folder that a file of an agent belongs to: the one that holds the agent's own folder (`.codex`, `.gemini` …), else the file's own folder.
 * `markers` are names of such folders with their dot.
 */
export function projectFolderOf(file: string, markers: readonly string[]): string {
  const parts = folderOf(file).split('/');
  const index = parts.findIndex((part) => markers.includes(part));
  return index < 0 ? folderOf(file) : parts.slice(0, index).join('/');
}

/**
 * One unit per folder with own files of an agent. `standsAlone` says which files are its own; prose and ignore files join the nearest unit above
 * them, and are left out where there is none. Files of the home folder join every unit; without any, they make one of their own.
 */
export function groupByProject(
  files: readonly FilePath[],
  markers: readonly string[],
  standsAlone: (file: FilePath) => boolean,
): readonly (readonly FilePath[])[] {
  const home = files.filter(isHome);
  const own = files.filter((file) => !isHome(file) && !isForeign(file, markers));
  const groups = new Map<string, FilePath[]>();
  for (const file of own) if (standsAlone(file)) groups.set(projectFolderOf(file, markers), []);
  for (const file of own) {
    const folder = standsAlone(file)
      ? projectFolderOf(file, markers)
      : nearest(groups, folderOf(file));
    if (folder !== undefined) groups.get(folder)?.push(file);
  }
  if (groups.size === 0) return home.length === 0 ? [] : [home];
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => [...members, ...home]);
}

/** Worktrees of agents are copies; hidden folders of other tools bring prose of their own. */
function isForeign(file: string, markers: readonly string[]): boolean {
  if (/(?:^|\/)\.[\w-]+\/worktrees\//.test(file)) return true;
  const hidden = folderOf(file)
    .split('/')
    .find((part) => /^\.[\w-]+$/.test(part));
  return hidden !== undefined && !markers.includes(hidden) && /\.mdc?$/.test(file);
}

function nearest(groups: ReadonlyMap<string, unknown>, folder: string): string | undefined {
  for (let current = folder; ; current = folderOf(current)) {
    if (groups.has(current)) return current;
    if (current === '') return undefined;
  }
}
