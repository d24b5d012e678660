import { type Stats, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { InputError } from '../model/errors.ts';
import { nearestName } from '../triage/nearest-name.ts';

/** What to scan: one tree, and the part of it to report on. */
export interface Target {
  /** Absolute path of a folder. */
  readonly root: string;
  /** Paths below the root, forward slashes; `undefined` for all of it. */
  readonly only: readonly string[] | undefined;
}

/**
 * One folder is the root itself. Files, or several paths, are parts of one tree: the working directory when it holds
 * them all, else their nearest common folder. They are never separate scans, because paths cross files.
 * Throws an InputError for a path that does not exist.
 */
export function targetOf(
  paths: readonly string[],
  cwd: string,
  commands: readonly string[] = [],
): Target {
  if (paths.length === 0) return { root: cwd, only: undefined };
  const found = paths.map((path) => ({
    absolute: resolve(cwd, path),
    isFolder: isFolder(path, cwd, commands),
  }));
  const [first, ...others] = found;
  if (first === undefined) return { root: cwd, only: undefined };
  if (others.length === 0 && first.isFolder) return { root: first.absolute, only: undefined };

  const folders = found.map(({ absolute, isFolder }) => (isFolder ? absolute : dirname(absolute)));
  const root = folders.every((folder) => contains(cwd, folder)) ? cwd : commonFolder(folders);
  const only = found.map(({ absolute }) => relative(root, absolute).split(sep).join('/'));
  return { root, only: only.includes('') ? undefined : [...new Set(only)] };
}

/** Whether `path` is `folder` or lies below it; both absolute. */
export function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isFolder(path: string, cwd: string, commands: readonly string[]): boolean {
  const stats = statsOf(path, cwd);
  if (stats?.isDirectory()) return true;
  if (stats?.isFile()) return false;
  if (stats !== undefined) {
    throw new InputError(`"${path}" is neither a folder nor a file.`, 'Give folders or files.');
  }
  const near = nearestName(path, commands);
  throw new InputError(
    `There is no file or folder "${path}".`,
    near === undefined
      ? 'Give a folder, or files and folders of one tree; the default is the current folder.'
      : `Did you mean the command "${near}"?`,
  );
}

function statsOf(path: string, cwd: string): Stats | undefined {
  try {
    return statSync(resolve(cwd, path), { throwIfNoEntry: false });
  } catch (cause) {
    throw new InputError(`"${path}" cannot be opened.`, 'Check its permissions.', { cause });
  }
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? sep;
  while (!folders.every((folder) => contains(common, folder))) common = dirname(common);
  return common;
}
