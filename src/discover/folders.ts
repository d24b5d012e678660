import { lstatSync, readFileSync } from 'node:fs';
import { folderOf } from '../model/source.ts';

/** Never read, tracked or not: other people's code, version control, provider caches. */
const NEVER = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '.terraform',
  '.terragrunt-cache',
]);

/** Read only where git tracks it: output of a build, caches, installed packages. */
const GENERATED = new Set([
  'dist',
  'build',
  'out',
  'target',
  'vendor',
  'coverage',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.turbo',
  '.nx',
  '.angular',
  '.docusaurus',
  '.parcel-cache',
  '.cache',
  '.nyc_output',
  '.pnpm-store',
  '.yarn',
  '.venv',
  'venv',
  'site-packages',
  '__pycache__',
  '__pypackages__',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.gradle',
  '.dart_tool',
  'Pods',
  'cdk.out',
  '.aws-sam',
  '.serverless',
]);

/** What may be read below a folder, judged by its name alone. */
export type FolderUse = 'any' | 'tracked-only' | 'never';

/** Judges one folder by its own name and its parent's. */
function useOf(name: string, parent: string): FolderUse {
  if (NEVER.has(name) || NEVER.has(name.toLowerCase())) return 'never';
  // Copies of the whole tree that Claude Code works in: every fact would be seen twice.
  if (name === 'worktrees' && parent === '.claude') return 'never';
  if (name === 'output' && parent === '.vercel') return 'tracked-only';
  return GENERATED.has(name) ? 'tracked-only' : 'any';
}

/** What may be read in a folder, given what may be read in its parent. */
export function folderUse(folder: string, parentUse: FolderUse): FolderUse {
  const slash = folder.lastIndexOf('/');
  const parent = slash < 0 ? '' : folder.slice(folder.lastIndexOf('/', slash - 1) + 1, slash);
  const own = useOf(folder.slice(slash + 1), parent);
  if (own === 'never' || parentUse === 'never') return 'never';
  return own === 'tracked-only' || parentUse === 'tracked-only' ? 'tracked-only' : 'any';
}

/** Judges folders by every step of their path; remembers each, so that a tree costs one look per folder. */
export function createFolderUse(): (folder: string) => FolderUse {
  return remembered<FolderUse>('any', folderUse);
}

/**
 * Tells whether every step from the root is a directory of its own. An index can name `link/file` where `link` has since become a link out of the tree;
 * only this check sees that.
 */
export function createRealFolderTest(root: string): (folder: string) => boolean {
  return remembered(
    true,
    (folder, isParentReal) => isParentReal && isDirectory(`${root}/${folder}`),
  );
}

/** Answers of a question about a folder that builds on the answer for its parent. */
function remembered<T>(ofRoot: T, ask: (folder: string, ofParent: T) => T): (folder: string) => T {
  const answers = new Map<string, T>([['', ofRoot]]);
  return (folder) => {
    const pending: string[] = [];
    let current = folder;
    let answer = answers.get(current);
    while (answer === undefined) {
      pending.push(current);
      current = folderOf(current);
      answer = answers.get(current);
    }
    for (const below of pending.reverse()) {
      answer = ask(below, answer);
      answers.set(below, answer);
    }
    return answer;
  };
}

function isDirectory(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false; // unreadable or too long a path: nothing below it can be read either
  }
}

/** True for a checkout that `git worktree add` made: the same repository a second time. */
export function isLinkedWorktree(folder: string): boolean {
  const marker = `${folder}/.git`;
  try {
    if (!lstatSync(marker, { throwIfNoEntry: false })?.isFile()) return false;
    return /^gitdir:.*[\\/]worktrees[\\/][^\\/]+\s*$/.test(
      readFileSync(marker, 'utf8').slice(0, 8192),
    );
  } catch {
    return false; // an unreadable marker proves nothing
  }
}

/** True for the top of another repository: a clone, a submodule or a linked worktree. */
export function isRepository(folder: string): boolean {
  try {
    return lstatSync(`${folder}/.git`, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // an unreadable marker proves nothing
  }
}
