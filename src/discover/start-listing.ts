import { realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { InputError } from '../model/errors.ts';
import { createGit, type Environment } from './git.ts';
import { type GitListing, listWithGit, type NoListing } from './git-listing.ts';

/** The folder to scan, and what git was asked about it. */
export interface StartedListing {
  /** Real path. */
  readonly root: string;
  /** The one file of it that was asked for. */
  readonly single: string | null;
  readonly answer: Promise<GitListing | NoListing>;
}

/**
 * Asks git for the files at a path. It answers from a process of its own, so that a caller can load the rest of the program meanwhile.
 * @throws InputError when there is nothing to scan at the path.
 */
export function startListing(path: string, environment: Environment): StartedListing {
  const { root, single } = locate(path);
  return { root, single, answer: listWithGit(createGit(root, environment), root, single) };
}

function locate(path: string): { readonly root: string; readonly single: string | null } {
  try {
    const real = realpathSync(path);
    const stats = statSync(real);
    if (stats.isDirectory()) return { root: real, single: null };
    if (stats.isFile()) return { root: dirname(real), single: basename(real) };
  } catch (cause) {
    const hint = 'Give the path of a folder or file that exists and that you may read.';
    throw new InputError(`Nothing to scan at "${path}".`, hint, { cause });
  }
  throw new InputError(`"${path}" is neither a folder nor a file.`, 'Give the path of a folder.');
}
