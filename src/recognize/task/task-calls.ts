import type { ShellCommand } from '../../model/document.ts';
import { programName, programWords } from '../command/command-line.ts';

const managers = /^(?:npm|pnpm|yarn|bun)$/;
const runners = /^(?:npm-run-all|npm-run-all2|run-s|run-p|concurrently|wireit)$/;
/** Flags that point to another package's tasks. */
const elsewhere = /^(?:-w|-ws|-r|-F|-C|--(?:workspaces?|filter|recursive|dir|prefix|cwd))(?:=|$)/;
const runWords = new Set(['run', 'run-script']);
/** Tasks that npm runs without the word `run`. */
const shorthand: Readonly<Record<string, string>> = {
  test: 'test',
  t: 'test',
  tst: 'test',
  start: 'start',
  stop: 'stop',
  restart: 'restart',
};

/** Tasks of the same package that a command starts; `names` are the tasks there are. */
export function tasksCalled(command: ShellCommand, names: ReadonlySet<string>): readonly string[] {
  const words = command.words.map((word) => word.text ?? '');
  const program = words.length - programWords(command.words).length;
  const name = programName(words[program] ?? '');
  if (runners.test(name)) {
    return words.slice(program + 1).flatMap((word) => runnerTasks(word, names));
  }
  // `yarn run` counts as a wrapper, so the manager may stand before the program.
  const manager = words.findIndex((word) => managers.test(programName(word)));
  if (manager < 0 || manager > program) return [];
  const task = managerTask(words.slice(manager));
  return task !== null && names.has(task) ? [task] : [];
}

function managerTask([manager = '', ...rest]: readonly string[]): string | null {
  const first = rest.findIndex((word) => !word.startsWith('-'));
  const flags = first < 0 ? rest : rest.slice(0, first);
  if (first < 0 || flags.some((flag) => elsewhere.test(flag))) return null;
  const word = rest[first] ?? '';
  if (!runWords.has(word)) return manager === 'npm' ? (shorthand[word] ?? null) : word;
  const after = rest.slice(first + 1);
  const end = after.indexOf('--');
  if ((end < 0 ? after : after.slice(0, end)).some((flag) => elsewhere.test(flag))) return null;
  return after.find((other) => !other.startsWith('-')) ?? null;
}

/** `build:*`, `npm:build`, `npm run build` as arguments of a task runner. */
function runnerTasks(word: string, names: ReadonlySet<string>): readonly string[] {
  const task = /^(?:(?:npm|yarn|pnpm|bun):|(?:npm|yarn|pnpm|bun)(?:\s+run)?\s+)?(\S+)$/.exec(
    word,
  )?.[1];
  if (task === undefined || word.startsWith('-')) return [];
  if (!task.includes('*')) return names.has(task) ? [task] : [];
  const start = task.slice(0, task.indexOf('*'));
  return start === '' ? [] : [...names].filter((name) => name.startsWith(start));
}
