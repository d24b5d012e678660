import { at, type DataDocument, entries, type ShellCommand } from '../../model/document.ts';
import type { EntityKey } from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { commandWords, programName } from '../command/command-line.ts';
import { envFilesOf } from '../credential/env-files.ts';
import { packageTasks, type Task } from './package-tasks.ts';

/** A task that runs code of the package, as far as its command line tells. */
export interface CodeRun {
  readonly task: Task;
  readonly command: ShellCommand;
  /** Paths from the root that its words name: files, or folders that end with `/`. */
  readonly paths: readonly string[];
  /** It runs the tests of the package, those it names or all. */
  readonly runsTests: boolean;
  /** Env files that the command line loads. */
  readonly environments: readonly EntityKey[];
  /** Bun reads `.env` by itself. */
  readonly loadsEnv: boolean;
  /** Variables that the command line itself sets. */
  readonly sets: readonly string[];
}

const testRunners =
  /^(?:jest|vitest|mocha|ava|tap|tape|uvu|jasmine|playwright|cypress|cucumber-js|japa|nyc|c8)$/;
const starters =
  /^(?:node|tsx|ts-node|ts-node-esm|ts-node-dev|bun|deno|nodemon|esno|vite-node|swc-node|babel-node|jiti)$/;
const code = /\.[cm]?[jt]sx?$/;

/** What the tasks of a `package.json` run. */
export function packageRuns(document: DataDocument): readonly CodeRun[] {
  const folder = folderOf(document.file);
  return packageTasks(document).flatMap((task) =>
    task.commands.flatMap((command) => runOf(task, command, folder) ?? []),
  );
}

function runOf(task: Task, command: ShellCommand, folder: string): CodeRun | null {
  const words = commandWords(command).map((word) => word ?? '');
  const all = command.words.map((word) => programName(word.text ?? ''));
  const program =
    all.find((word) => testRunners.test(word) || starters.test(word)) ?? words[0] ?? '';
  const runsTests =
    all.some((word) => testRunners.test(word)) ||
    all.includes('--test') ||
    (/^(?:bun|deno)$/.test(program) && all.includes('test'));
  if (!runsTests && !starters.test(program)) return null;
  const set = all.flatMap((word) => /^([A-Z][A-Z0-9_]+)=/.exec(word)?.[1] ?? []);
  return {
    task,
    command,
    paths: all.flatMap((word) => pathOf(word, folder) ?? []),
    runsTests,
    environments: envFilesOf(command, folder),
    loadsEnv: program === 'bun',
    sets: [...command.assignments.map((one) => one.name), ...set],
  };
}

/** A file or folder of the package; `tests/**` is the folder it begins with. */
function pathOf(word: string, folder: string): string | null {
  if (!/^(?:\.\/)?[\w@.-]+(?:\/|$)/.test(word) || word.startsWith('-')) return null;
  const plain = word.replace(/^\.\//, '').replace(/\/?[^/]*\*.*$/, '/');
  if (!code.test(plain) && !plain.includes('/')) return null;
  if (plain.includes('..') || plain.includes('node_modules/') || /(?:^|\/)\.env/.test(plain))
    return null;
  return folder === '' ? plain : `${folder}/${plain}`;
}

/** Whether a run reaches a file: by its name, by a folder above it, or because it is a test and every test is run. */
export function reaches(run: CodeRun, file: string, isTest: boolean): boolean {
  const named = run.paths.some(
    (path) =>
      path === file ||
      path === file.replace(code, '') ||
      (path.endsWith('/') && file.startsWith(path)),
  );
  if (named) return true;
  // A runner that is told which tests to run leaves out the others; what they share is a set-up.
  return run.runsTests && isTest && (run.paths.length === 0 || !/\.(?:test|spec)\./.test(file));
}

/** Packages that a `package.json` depends on. */
export function dependenciesOf(document: DataDocument): ReadonlySet<string> {
  const [root] = document.roots;
  return new Set(
    ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap(
      (list) => entries(at(root, list)).map(({ key }) => key),
    ),
  );
}
