import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

/** The folder an agent file belongs to: the one that holds `.cursor`. */
export function projectFolder(file: string): string {
  const marker = file.lastIndexOf('.cursor/');
  if (marker === 0 || file[marker - 1] === '/') return file.slice(0, Math.max(0, marker - 1));
  return folderOf(file);
}

function standsAlone(file: string): boolean {
  return (
    (/(?:^|\/)\.cursor\//.test(file) && !/(?:^|\/)\.claude\//.test(file)) ||
    baseName(file) === '.cursorrules'
  );
}

/**
 * One unit per folder with Cursor's own files. Ignore files and `AGENTS.md` join the nearest unit above them; where there is none they say nothing
 * about Cursor and are left out.
 */
export function groupByFolder(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const groups = new Map<string, FilePath[]>();
  // Skills and other tools keep an AGENTS.md of their own in hidden folders.
  const home = files.filter(isHome);
  const own = files.filter(
    (file) => !isHome(file) && !/(?:^|\/)\.[\w-]+\/.*AGENTS\.md$/.test(file),
  );
  for (const file of own) if (standsAlone(file)) groups.set(projectFolder(file), []);
  for (const file of own) {
    const folder = standsAlone(file) ? projectFolder(file) : nearest(groups, folderOf(file));
    // Hooks of Claude Code count in their own folder only.
    if (/(?:^|\/)\.claude\//.test(file) && folder !== file.replace(/\/?\.claude\/.*$/, ''))
      continue;
    if (folder !== undefined) groups.get(folder)?.push(file);
  }
  if (groups.size === 0) return home.length === 0 ? [] : [home];
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => [...members, ...home]);
}

function nearest(groups: ReadonlyMap<string, unknown>, folder: string): string | undefined {
  for (let current = folder; ; current = folderOf(current)) {
    if (groups.has(current)) return current;
    if (current === '') return undefined;
  }
}
