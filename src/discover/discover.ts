import type { Notice } from '../model/finding.ts';
import { folderOf } from '../model/source.ts';
import {
  type Candidate,
  type Candidates,
  candidatesFromGit,
  candidatesFromWalk,
} from './candidates.ts';
import { createFolderUse } from './folders.ts';
import type { Environment } from './git.ts';
import { createGlobTest } from './glob-set.ts';
import { type Entry, inspect } from './inspect.ts';
import { MAX_FILES } from './limits.ts';
import { type StartedListing, startListing } from './start-listing.ts';

export interface DiscoverOptions {
  /** The caller's variables; git is found through their search path, and gets only harmless ones. */
  readonly environment: Environment;
  /** What was asked about this path already. */
  readonly listing?: StartedListing;
  /** Globs of ignored files that are read all the same. */
  readonly evenIfIgnored?: readonly string[];
  /** Globs or folders; nothing else is listed. */
  readonly only?: readonly string[];
  /** Globs or folders that are left out. */
  readonly exclude?: readonly string[];
  /** Default {@link MAX_FILES}. */
  readonly maxFiles?: number;
}

/** The files of one scanned folder. */
export interface Discovery {
  /** Real path of the folder; all files are relative to it. */
  readonly root: string;
  /** Where the list comes from: git's own lists, or a walk that knows no ignore lists. */
  readonly source: 'git' | 'walk';
  /** Sorted by file, in code unit order. */
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
  readonly counts: DiscoveryCounts;
}

export interface DiscoveryCounts {
  readonly files: number;
  readonly tracked: number;
  readonly ignored: number;
  readonly linksSkipped: number;
  /** Files beyond the limit; the scan is incomplete when there are any. */
  readonly beyondLimit: number;
}

/** Without git a walk may see this many times the limit before it stops; only then does the choice depend on the file system. */
const WALK_FACTOR = 4;

/**
 * Lists what there is to read in a folder: what git tracks whatever its ignore lists say, what is neither tracked nor ignored, and ignored files that
 * `evenIfIgnored` names. The path of a single file gives that file alone. Nothing is followed out of the folder.
 * @throws InputError when there is nothing to scan at the path.
 */
export async function discover(path: string, options: DiscoverOptions): Promise<Discovery> {
  const started = options.listing ?? startListing(path, options.environment);
  const { root, single } = started;
  const isReadAnyway = createGlobTest(options.evenIfIgnored ?? []);
  const most = options.maxFiles ?? MAX_FILES;
  const listing = await started.answer;

  if (single !== null) {
    const isListed = listing.state === 'listed';
    const tracked = isListed ? listing.tracked.includes(single) : null;
    const ignored = isListed && tracked === false && !listing.untracked.includes(single);
    const list: Candidate[] = [{ file: single, tracked, ignored }];
    return finish(root, isListed ? 'git' : 'walk', { list, notices: [] }, 1);
  }

  const isHidden =
    listing.state === 'listed' &&
    listing.tracked.length + listing.untracked.length + listing.repositories.length === 0 &&
    listing.ignored.length + listing.ignoredFolders.length > 0;
  const isListed = listing.state === 'listed' && !isHidden;
  const candidates = isListed
    ? candidatesFromGit(root, listing, isReadAnyway)
    : await candidatesFromWalk(
        root,
        listing.state === 'listed' ? 'hidden' : listing.state,
        most * WALK_FACTOR,
      );
  const list = chosen(candidates.list, options);
  return finish(root, isListed ? 'git' : 'walk', { ...candidates, list }, most);
}

function chosen(list: readonly Candidate[], options: DiscoverOptions): readonly Candidate[] {
  const { only, exclude = [] } = options;
  const isWanted = only === undefined ? () => true : createGlobTest(withFolders(only));
  const isExcluded = createGlobTest(withFolders(exclude));
  const useOf = createFolderUse();
  return list.filter(({ file, tracked }) => {
    const use = useOf(folderOf(file));
    if (use === 'never' || (use === 'tracked-only' && tracked !== true)) return false;
    return isWanted(file) && !isExcluded(file);
  });
}

/** A glob that names a folder stands for everything in it. */
function withFolders(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const trimmed = glob.replace(/\/+$/, '');
    return [trimmed, `${trimmed}/**`];
  });
}

function finish(
  root: string,
  source: Discovery['source'],
  candidates: Candidates,
  most: number,
): Discovery {
  const kept = shallowest(candidates.list, most);
  const beyondLimit = candidates.list.length - kept.length;
  const inspection = inspect(root, kept);
  const entries = inspection.entries.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const notices = [...candidates.notices, ...inspection.notices];
  if (beyondLimit > 0) {
    const message = `More than ${most} files; the ${beyondLimit} deepest were not read.`;
    notices.push({ kind: 'limit', file: null, message, incomplete: true });
  }
  return {
    root,
    source,
    entries,
    notices,
    counts: {
      files: entries.length,
      tracked: entries.filter((entry) => entry.tracked === true).length,
      ignored: entries.filter((entry) => entry.ignored).length,
      linksSkipped: inspection.linksSkipped,
      beyondLimit,
    },
  };
}

/** The files nearest to the root: configuration lives there, generated trees are deep. */
function shallowest(list: readonly Candidate[], most: number): readonly Candidate[] {
  if (list.length <= most) return list;
  const depths = new Map(list.map(({ file }) => [file, file.split('/').length]));
  const byDepth = list.toSorted((a, b) => {
    const difference = (depths.get(a.file) ?? 0) - (depths.get(b.file) ?? 0);
    return difference === 0 ? (a.file < b.file ? -1 : 1) : difference;
  });
  return byDepth.slice(0, most);
}
