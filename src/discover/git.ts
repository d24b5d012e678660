import { execFile } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, sep } from 'node:path';

/** Variables of the calling process; the cli hands over its own. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a git call ended; `missing`: no git program, `stopped`: past its time or output limit. */
export type GitResult =
  | { readonly state: 'done'; readonly stdout: Buffer; readonly stderr: string }
  | { readonly state: 'failed'; readonly code: number; readonly stderr: string }
  | { readonly state: 'stopped'; readonly limit: 'time' | 'output' }
  | { readonly state: 'missing' };

/** Runs one git subcommand in the scanned folder. */
export type Git = (args: readonly string[]) => Promise<GitResult>;

const TIME_LIMIT_MS = 60_000;
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

/**
 * The scanned folder's own `.git/config` is as untrusted as the rest of it, and several of its keys name programs. These settings
 * win over it. The last two are the back door: an object missing from a "partial clone" makes even `ls-files` fetch, and fetching runs what the remote's
 * configuration names.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=false',
  'core.alternateRefsCommand=false',
  'core.pager=cat',
  'submodule.recurse=false',
  // A plain folder of the tree can be laid out like a bare repository, configuration included.
  'safe.bareRepository=explicit',
  'core.sshCommand=false',
  'protocol.allow=never',
];

/** The only variables that reach git; `GIT_*` of the caller (a hook, another tool) could point it elsewhere. */
const PASSED_ON = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT', 'TMPDIR', 'TEMP', 'TMP'];

/**
 * Makes a hardened git for one folder: arguments are passed without a shell, no program named by the repository is started, nothing is fetched,
 * written or asked. Whether `.git` is a folder, a file of a worktree or a hostile file does not matter for that, and what git then lists is only a list of names:
 * the caller must check each against the real tree.
 */
export function createGit(root: string, environment: Environment): Git {
  const paths = trustedPaths(environment, root);
  const program = findGit(paths, root);
  if (program === undefined) return () => Promise.resolve({ state: 'missing' });

  const env = gitEnvironment(environment, paths);
  const prefix = ['--no-optional-locks', '--no-pager', '--literal-pathspecs'];
  for (const setting of SETTINGS) prefix.push('-c', setting);
  prefix.push('-C', root);
  const options = {
    env,
    // Not the scanned folder: Windows looks for programs in the current directory first.
    cwd: dirname(program),
    encoding: 'buffer',
    timeout: TIME_LIMIT_MS,
    maxBuffer: OUTPUT_LIMIT_BYTES,
    killSignal: 'SIGKILL',
    windowsHide: true,
  } as const;

  return (args) =>
    new Promise((resolve) => {
      const child = execFile(program, [...prefix, ...args], options, (error, stdout, stderr) => {
        if (error === null) return resolve({ state: 'done', stdout, stderr: stderr.toString() });
        if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
          return resolve({ state: 'stopped', limit: 'output' });
        }
        if (error.killed) return resolve({ state: 'stopped', limit: 'time' });
        if (typeof error.code !== 'number') return resolve({ state: 'missing' });
        return resolve({ state: 'failed', code: error.code, stderr: stderr.toString() });
      });
      child.stdin?.end();
    });
}

function gitEnvironment(environment: Environment, paths: readonly string[]): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    PATH: paths.join(delimiter),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    // An allow list that no configuration can extend; `none` is no protocol.
    GIT_ALLOW_PROTOCOL: 'none',
  };
  for (const name of PASSED_ON) {
    const value = environment[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** Search path without relative entries and without folders of the scanned tree: `npx` puts its `node_modules/.bin` in front. */
function trustedPaths(environment: Environment, root: string): readonly string[] {
  const value = environment['PATH'] ?? environment['Path'] ?? '';
  return value.split(delimiter).filter((path) => {
    if (!isAbsolute(path) || /node_modules[\\/]\.bin[\\/]?$/.test(path)) return false;
    return !isInside(root, path);
  });
}

function findGit(paths: readonly string[], root: string): string | undefined {
  const names = sep === '\\' ? ['git.exe'] : ['git'];
  for (const path of paths) {
    for (const name of names) {
      const program = join(path, name);
      const real = executable(program);
      // Run under its own name: version managers link every program to one that looks at how it was called.
      if (real !== undefined && !isInside(root, real)) return program;
    }
  }
  return undefined;
}

/** Real path of an executable file, `undefined` when there is none. */
function executable(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() ? realpathSync(path) : undefined;
  } catch {
    return undefined; // not there, or not ours to run
  }
}

/** True for the folder itself and everything below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const base = folder.endsWith(sep) ? folder : folder + sep;
  return path === folder || path.startsWith(base);
}
