import { lstatSync, realpathSync, statSync } from 'node:fs';
import { filePath } from '../model/source.ts';
import type { Entry } from './inspect.ts';

/** What lies in the user's home of the files that agents read there. */
export interface HomeDiscovery {
  /** Real path of the home folder. */
  readonly root: string;
  /** Their files start with `~/`. */
  readonly entries: readonly Entry[];
}

/** More files than any person's settings have; a glob with `**` must not list a whole home. */
const MAX_HOME_FILES = 2_000;
const MAX_DEPTH = 8;

/**
 * Lists the files of the home folder that these globs name, each of which starts with `~/`. Nothing else of the home is looked at, and links that
 * lead out of it are left out. Without a readable home there are no files.
 */
export async function discoverHome(
  home: string,
  globs: readonly string[],
): Promise<HomeDiscovery | null> {
  let root: string;
  try {
    root = realpathSync(home);
    if (!statSync(root).isDirectory()) return null;
  } catch {
    return null; // the summary says that the home was not looked at
  }
  const { Glob } = await import('glob');
  const patterns = globs.map((glob) => glob.replace(/^~\//, ''));
  const found = new Glob(patterns, {
    cwd: root,
    dot: true,
    follow: false,
    nodir: true,
    maxDepth: MAX_DEPTH,
  });
  const files: string[] = [];
  for (const file of found) {
    if (files.length >= MAX_HOME_FILES) break;
    files.push(file.replaceAll('\\', '/'));
  }
  return { root, entries: files.sort().flatMap((file) => entryOf(root, file) ?? []) };
}

function entryOf(root: string, file: string): Entry | undefined {
  try {
    const path = `${root}/${file}`;
    const isLink = lstatSync(path).isSymbolicLink();
    if (isLink && !realpathSync(path).startsWith(`${root}/`)) return undefined;
    const stats = statSync(path);
    if (!stats.isFile()) return undefined;
    return { file: filePath(`~/${file}`), size: stats.size, tracked: null, ignored: false };
  } catch {
    return undefined; // gone, or not ours to look at
  }
}
