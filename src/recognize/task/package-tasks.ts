import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import { at, type Document, entries, type ShellCommand } from '../../model/document.ts';
import { type FilePath, folderOf } from '../../model/source.ts';
import { tasksCalled } from './task-calls.ts';
import { taskLine } from './task-line.ts';

/** One entry of `scripts`. */
export interface Task {
  readonly name: string;
  readonly commands: readonly ShellCommand[];
}

/** The tasks of a `package.json`. */
export function packageTasks(document: Document): readonly Task[] {
  if (document.shape !== 'data') return [];
  const byName = new Map<string, Task>();
  // A later duplicate replaces the earlier one, as in npm.
  for (const { key, value } of entries(at(document.roots[0], 'scripts'))) {
    if (value.type !== 'scalar' || typeof value.value !== 'string') continue;
    byName.set(key, { name: key, commands: parseEmbeddedShell(document.file, value).commands });
  }
  return [...byName.values()];
}

/** For each task, the tasks that run it directly: by a command, or because npm runs `pre…` and `post…` around them. */
export function startersOf(tasks: readonly Task[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(tasks.map((task) => task.name));
  const starters = new Map<string, Set<string>>();
  const add = (task: string, starter: string): void => {
    const list = starters.get(task) ?? new Set();
    list.add(starter);
    starters.set(task, list);
  };
  for (const task of tasks) {
    for (const command of task.commands) {
      for (const called of tasksCalled(command, names)) add(called, task.name);
    }
    const around = /^(?:pre|post)(.+)$/.exec(task.name)?.[1];
    if (around !== undefined && names.has(around)) add(task.name, around);
  }
  return starters;
}

/**
 * Command lines that run a task, for permission rules of any package manager.
 * @see https://docs.npmjs.com/cli/v11/using-npm/scripts (life cycle tasks)
 */
export function invocationsOf(task: string, file: FilePath): readonly string[] {
  const folder = folderOf(file);
  const lines = [`npm run ${task}`, `pnpm ${task}`, `yarn ${task}`];
  if (/^(?:test|start|stop|restart)$/.test(task)) lines.push(`npm ${task}`);
  if (/^(?:(?:pre|post)?install|prepare)$/.test(task)) lines.push('npm install', 'npm ci');
  return folder === '' ? lines : [...lines, taskLine('npm', task, folder)];
}
