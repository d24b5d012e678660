import type { Git, GitResult } from './git.ts';
import { isInside } from './git.ts';

/** What git says about the scanned folder; names are relative to it and unchecked. */
export interface GitListing {
  readonly state: 'listed';
  readonly tracked: readonly string[];
  /** Untracked and not ignored. */
  readonly untracked: readonly string[];
  /** Ignored files. */
  readonly ignored: readonly string[];
  /** Folders that hold nothing but ignored files; not looked into by git. */
  readonly ignoredFolders: readonly string[];
  /** Repositories inside this one: submodules, clones, linked worktrees. */
  readonly repositories: readonly string[];
  /** Git met folders that it may not read. */
  readonly denied: boolean;
}

/** Why git's lists cannot be used. `outside` is normal (no repository, or an ignored folder of one); the others are worth a notice. */
export interface NoListing {
  readonly state: 'outside' | 'dubious' | 'missing' | 'stopped' | 'elsewhere' | 'failed';
}

/** One process for both lists: starting git costs more than what it does here. */
const FILES = ['ls-files', '-z', '--cached', '--stage', '--others', '--exclude-standard'];
const IGNORED = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
/** Mode of a submodule in the index. */
const GITLINK = '160000';

/** Asks git for the files of the scanned folder, or for this one file of it. `root` is a real path. */
export async function listWithGit(
  git: Git,
  root: string,
  only: string | null,
): Promise<GitListing | NoListing> {
  const paths = only === null ? [] : ['--', only];
  const [place, files, ignored] = await Promise.all([
    git(['rev-parse', '--show-toplevel', '--show-prefix']),
    git([...FILES, ...paths]),
    git([...IGNORED, ...paths]),
  ]);
  if (place.state !== 'done' || files.state !== 'done') {
    return { state: reasonOf(place.state === 'done' ? files : place) };
  }

  const [top = '', prefix = ''] = place.stdout.toString().split('\n');
  // `core.worktree` can point anywhere; then git's lists are about another folder.
  if (top === '' || !isInside(top, root)) return { state: 'elsewhere' };

  const index = readIndex(files.stdout);
  const { untracked } = index;
  // A folder that the repository around it ignores: whoever asks for it wants it read.
  const isEmpty = index.tracked.length === 0 && untracked.length === 0;
  if (only === null && prefix !== '' && isEmpty) {
    return { state: 'outside' };
  }
  const hidden = ignored.state === 'done' ? split(ignored.stdout) : [];
  if (ignored.state === 'stopped') return { state: 'stopped' };

  return {
    state: 'listed',
    tracked: index.tracked,
    untracked: untracked.filter((name) => !name.endsWith('/')),
    ignored: hidden.filter((name) => !name.endsWith('/')),
    ignoredFolders: folders(hidden),
    repositories: [...index.submodules, ...folders(untracked)],
    denied: /permission denied/i.test(files.stderr),
  };
}

function reasonOf(result: GitResult): NoListing['state'] {
  if (result.state === 'missing' || result.state === 'stopped') return result.state;
  if (result.state === 'done') return 'failed';
  if (/dubious ownership|unsafe repository/.test(result.stderr)) return 'dubious';
  const outside = /not a git repository|cannot use bare repository|must be run in a work tree/;
  return outside.test(result.stderr) ? 'outside' : 'failed';
}

function split(output: Buffer): readonly string[] {
  const names = output.toString('utf8').split('\0');
  names.pop(); // every name ends with NUL
  return names;
}

function folders(names: readonly string[]): readonly string[] {
  const found = names.filter((name) => name.endsWith('/') && name !== './' && name !== '/');
  return found.map((name) => name.slice(0, -1));
}

interface Index {
  readonly tracked: readonly string[];
  readonly submodules: readonly string[];
  readonly untracked: readonly string[];
}

/** `<mode> <object> <stage>\t<name>`; names that are not tracked stand alone. */
const STAGED = /^(\d{6}) [0-9a-f]{40,64} [0-3]\t/;

/**
 * Reads the records of the index and the bare names between them; an unmerged file has up to three records. An untracked name that imitates a record
 * becomes a tracked name that does not exist, and is dropped when the file itself is looked at.
 */
function readIndex(output: Buffer): Index {
  const tracked: string[] = [];
  const submodules: string[] = [];
  const untracked: string[] = [];
  let last = '';
  for (const record of split(output)) {
    const staged = STAGED.exec(record);
    if (staged === null) {
      untracked.push(record);
      continue;
    }
    const name = record.slice(staged[0].length);
    if (name === last) continue;
    last = name;
    if (staged[1] === GITLINK) submodules.push(name);
    else tracked.push(name);
  }
  return { tracked, submodules, untracked };
}
