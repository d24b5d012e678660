import { type Dirent, opendirSync } from 'node:fs';
import { type FolderUse, folderUse, isLinkedWorktree } from './folders.ts';

/** Names found without git; links and special files included, folders not. */
export interface WalkResult {
  readonly files: readonly string[];
  /** Folders that may not be listed. */
  readonly denied: readonly string[];
  /** True when the walk stopped before the end of the tree. */
  readonly cut: boolean;
}

const SEARCH_DEPTH = 6;
/** Entries looked at over all folders, and in one folder; a folder with more holds data. */
const SEARCH_ENTRIES = 20_000;
const SEARCH_ENTRIES_PER_FOLDER = 5_000;

/**
 * Looks into folders that git ignores as a whole for files that agents read all the same. Such a folder can be anything, a data set of millions
 * of files included, so the look is bounded, shallow folders first; a folder that goes over a bound is left out whole, to give the same answer every time.
 */
export function searchFolders(
  root: string,
  folders: readonly string[],
  isWanted: (file: string) => boolean,
): WalkResult {
  const files: string[] = [];
  const denied: string[] = [];
  let cut = false;
  let budget = SEARCH_ENTRIES;
  let level = folders.filter((folder) => isOpen(folder)).toSorted();
  for (let depth = 0; depth < SEARCH_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = list(`${root}/${folder}`);
      if (entries === 'denied') denied.push(folder);
      if (entries === 'crowded') cut = true;
      if (typeof entries === 'string') continue;
      budget -= entries.length;
      if (budget < 0) return { files, denied, cut: true };
      if (isLinkedWorktree(`${root}/${folder}`)) continue;
      for (const entry of entries) {
        const path = `${folder}/${entry.name}`;
        if (!entry.isDirectory()) {
          if (isWanted(path)) files.push(path);
        } else if (folderUse(path, 'any') === 'any') next.push(path);
      }
    }
    level = next;
  }
  return { files, denied, cut };
}

/** True when no step of the folder's path is one that is never read or holds build output. */
function isOpen(folder: string): boolean {
  let use: FolderUse = 'any';
  for (let end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
    use = folderUse(folder.slice(0, end), use);
  }
  return folderUse(folder, use) === 'any';
}

function list(path: string): readonly Dirent[] | 'denied' | 'crowded' {
  const entries: Dirent[] = [];
  try {
    const handle = opendirSync(path, { bufferSize: 512 });
    try {
      for (let entry = handle.readSync(); entry !== null; entry = handle.readSync()) {
        if (entries.push(entry) > SEARCH_ENTRIES_PER_FOLDER) return 'crowded';
      }
    } finally {
      handle.closeSync();
    }
  } catch {
    return 'denied';
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
