import type { Notice } from '../model/finding.ts';
import { isLinkedWorktree, isRepository } from './folders.ts';
import type { GitListing, NoListing } from './git-listing.ts';
import { searchFolders } from './search-folders.ts';

/** A name that git or a walk came up with, before anybody looked at the file itself. */
export interface Candidate {
  readonly file: string;
  readonly tracked: boolean | null;
  readonly ignored: boolean;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  readonly notices: readonly Notice[];
}

const MAX_NOTICES = 20;

const FALLBACK: Record<NoListing['state'] | 'hidden', string | null> = {
  outside: null,
  dubious: 'Git refuses to read this repository because another user owns it',
  missing: 'No git program was found',
  stopped: 'Git did not finish within its limits',
  elsewhere: "This repository's configuration places its files elsewhere",
  failed: 'Git cannot read this repository',
  hidden: 'Git ignores everything here',
};

/** Turns git's lists into candidates; of the ignored files only those that agents read are kept. */
export function candidatesFromGit(
  root: string,
  listing: GitListing,
  isReadAnyway: (file: string) => boolean,
): Candidates {
  const search = searchFolders(root, listing.ignoredFolders, isReadAnyway);
  const found = new Map<string, Candidate>();
  const ignored = [...listing.ignored.filter(isReadAnyway), ...search.files];
  for (const file of ignored) found.set(file, { file, tracked: false, ignored: true });
  for (const file of listing.untracked) found.set(file, { file, tracked: false, ignored: false });
  for (const file of listing.tracked) found.set(file, { file, tracked: true, ignored: false });

  const notices = [...nestedRepositories(root, listing.repositories), ...unlistable(search.denied)];
  if (listing.denied) {
    notices.push(skipped(null, 'Some folders were not read: no permission to list them.'));
  }
  if (search.cut) {
    notices.push({
      kind: 'coverage',
      file: null,
      message: 'Folders that git ignores hold too many files; not all of them were looked through.',
      incomplete: false,
    });
  }
  return { list: [...found.values()].filter(({ file }) => isPlain(file)), notices };
}

/** Lists the tree without git, and says why when there is a repository that git could not be asked about. */
export async function candidatesFromWalk(
  root: string,
  reason: NoListing['state'] | 'hidden',
  most: number,
): Promise<Candidates> {
  // Most scans are in a git checkout and never pay for the walker.
  const { walkTree } = await import('./walk.ts');
  const walk = walkTree(root, most);
  const notices = [...unlistable(walk.denied)];
  const cause = reason === 'missing' && !isRepository(root) ? null : FALLBACK[reason];
  if (cause !== null) {
    const message = `${cause}; ignore lists were not applied, and what is committed is not known.`;
    notices.push({ kind: 'coverage', file: null, message, incomplete: false });
  }
  if (walk.cut) {
    const message = 'The tree is too large or too deep; parts of it were not looked at.';
    notices.push({ kind: 'limit', file: null, message, incomplete: true });
  }
  const list = walk.files.map((file) => ({ file, tracked: null, ignored: false }));
  return { list, notices };
}

/** At most twenty notices of one kind, and one that counts the rest. */
export function capped(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= MAX_NOTICES) return notices;
  const rest = notices.length - MAX_NOTICES;
  return [...notices.slice(0, MAX_NOTICES), skipped(null, `${rest} more like the notice before.`)];
}

/** A notice about something that was left out on purpose. */
export function skipped(file: string | null, message: string): Notice {
  return { kind: 'skipped', file, message, incomplete: false };
}

function unlistable(folders: readonly string[]): Notice[] {
  const notices = folders.map((folder) => skipped(folder, 'No permission to list this folder.'));
  return [...capped(notices)];
}

function nestedRepositories(root: string, folders: readonly string[]): readonly Notice[] {
  const message = 'A repository of its own; it was not scanned. Give its path to scan it.';
  const others = folders.filter((folder) => {
    const path = `${root}/${folder}`;
    return isPlain(folder) && isRepository(path) && !isLinkedWorktree(path);
  });
  return capped(others.map((folder) => skipped(folder, message)));
}

/** False for names with empty, `.` or `..` steps: a forged index may hold them. */
function isPlain(file: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)/.test(file);
}
