import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Notice } from '../model/finding.ts';
import { type FilePath, filePath, folderOf } from '../model/source.ts';
import { type Candidate, capped, skipped } from './candidates.ts';
import { createFolderUse, createRealFolderTest } from './folders.ts';
import { isInside } from './git.ts';

/** A file that may be read. */
export interface Entry {
  readonly file: FilePath;
  /** Bytes when it was listed. */
  readonly size: number;
  /** Whether git tracks it; `null` where git could not be asked. */
  readonly tracked: boolean | null;
  /** An ignore list hides it; it is here because agents read it all the same. Never true for a tracked file. */
  readonly ignored: boolean;
}

export interface Inspection {
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
  /** Links that were left out: broken, to a folder, to a listed file, out of the root. */
  readonly linksSkipped: number;
}

/** Looks at each candidate once: keeps regular files, and links that add a file of the tree. */
export function inspect(root: string, candidates: readonly Candidate[]): Inspection {
  const isRealFolder = createRealFolderTest(root);
  const entries: Entry[] = [];
  const links: Candidate[] = [];
  const unreadable: Notice[] = [];
  let misnamed = 0;
  for (const candidate of candidates) {
    if (!isRealFolder(folderOf(candidate.file))) continue;
    const stats = look(`${root}/${candidate.file}`);
    if (stats === 'denied') {
      unreadable.push(skipped(candidate.file, 'This file cannot be looked at.'));
    } else if (stats === undefined) {
      if (candidate.file.includes('\uFFFD')) misnamed += 1;
    } else if (stats.isFile()) {
      entries.push(entryOf(candidate, stats.size));
    } else if (stats.isSymbolicLink()) {
      links.push(candidate);
    }
  }
  const notices = [...capped(unreadable)];
  if (misnamed > 0) {
    notices.push(
      skipped(null, `${misnamed} files were not read: their names are not valid UTF-8.`),
    );
  }

  const followed = followLinks(root, links, new Set(entries.map((entry) => entry.file)));
  return {
    entries: [...entries, ...followed.entries],
    notices: [...notices, ...followed.notices],
    linksSkipped: links.length - followed.entries.length,
  };
}

function followLinks(
  root: string,
  links: readonly Candidate[],
  listed: ReadonlySet<string>,
): { readonly entries: readonly Entry[]; readonly notices: readonly Notice[] } {
  const useOf = createFolderUse();
  const entries: Entry[] = [];
  const outside: Notice[] = [];
  for (const link of links) {
    const target = resolve(`${root}/${link.file}`);
    if (target === undefined) continue;
    if (!isInside(root, target)) {
      outside.push(
        skipped(link.file, 'A link that leads out of the scanned folder; not followed.'),
      );
      continue;
    }
    const name = relative(root, target).replaceAll(sep, '/');
    if (listed.has(name) || useOf(folderOf(name)) === 'never') continue;
    const stats = look(target);
    if (typeof stats === 'object' && stats.isFile()) entries.push(entryOf(link, stats.size));
  }
  return { entries, notices: capped(outside) };
}

function entryOf(candidate: Candidate, size: number): Entry {
  const { file, tracked, ignored } = candidate;
  return { file: filePath(file), size, tracked, ignored };
}

function look(path: string): Stats | undefined | 'denied' {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return 'denied'; // no permission, or a path the system cannot hold
  }
}

/** Where a link ends, `undefined` when it is broken or runs in circles. */
function resolve(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
