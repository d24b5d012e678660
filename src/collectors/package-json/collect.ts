import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import { at, type Document, entries, type ShellCommand } from '../../model/document.ts';
import type { DestructiveCommand, Fact } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { type FilePath, folderOf } from '../../model/source.ts';
import { folderOfCommand } from '../../recognize/command/command-folder.ts';
import { targetRelations } from '../../recognize/command/command-guards.ts';
import {
  answersPrompt,
  type DestructiveMatch,
  matchDestructive,
} from '../../recognize/command/command-line.ts';
import { envFilesOf } from '../../recognize/credential/env-files.ts';
import { tasksCalled } from './task-calls.ts';

/** One entry of `scripts`. */
interface Task {
  readonly name: string;
  readonly commands: readonly ShellCommand[];
}

const maxChain = 5;

/**
 * Reads what the tasks of a package destroy by themselves. A task that starts another file (`tsx scripts/x.ts`) destroys nothing here: the
 * collector of that file says what it does, and linking would join both by the file's name.
 */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const tasks = tasksOf(document);
    const starters = startersOf(tasks);
    return tasks.flatMap((task) => destructiveIn(task, starters, document.file, knowledge));
  });

function tasksOf(document: Document): readonly Task[] {
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
function startersOf(tasks: readonly Task[]): ReadonlyMap<string, ReadonlySet<string>> {
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

/** The task and everything that leads to it, nearest first. */
function waysTo(
  task: string,
  starters: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const found = new Set([task]);
  let newest = [task];
  for (let step = 0; step < maxChain && newest.length > 0; step += 1) {
    newest = newest
      .flatMap((name) => [...(starters.get(name) ?? [])])
      .filter((name) => !found.has(name));
    for (const name of newest) found.add(name);
  }
  return [...found];
}

function destructiveIn(
  task: Task,
  starters: ReadonlyMap<string, ReadonlySet<string>>,
  file: FilePath,
  knowledge: Knowledge,
): readonly Fact[] {
  const matches = task.commands.flatMap((command) => {
    const match = matchDestructive(command, knowledge);
    if (match === null) return [];
    const environments = envFilesOf(command, folderOf(file));
    const folder = folderOfCommand(command, task.commands, folderOf(file));
    return [{ match, answered: answersPrompt(command, task.commands), environments, folder }];
  });
  const invocations = waysTo(task.name, starters).flatMap((name) => invocationsOf(name, file));
  return matches.flatMap(({ match, answered, environments, folder }, index) => {
    const command: DestructiveCommand = {
      ...commandOf(match, task.name, index, file),
      skipsPrompt: match.skipsPrompt || answered,
      invocations,
      ...(folder === undefined ? {} : { folder }),
    };
    return [command, ...targetRelations(command, match.spec.targets, environments)];
  });
}

function commandOf(
  match: DestructiveMatch,
  task: string,
  index: number,
  file: FilePath,
): DestructiveCommand {
  const { spec, provider } = match;
  const verb = spec.argv.map((word) => word.split('|')[0] ?? word).join(' ');
  return {
    kind: 'DestructiveCommand',
    key: entityKey(`package-json:${file}#${task}${index > 0 ? `-${index + 1}` : ''}`),
    aliases: [],
    name: `${task} (${verb})`,
    at: match.at,
    collector: 'package-json',
    implied: false,
    confidence: 'high',
    provider,
    verb,
    via: 'shell',
    destroys: spec.destroys,
    skipsPrompt: match.skipsPrompt,
    invocations: [],
    recovery: spec.recovery,
    safeVariant: spec.safeVariant,
    ...match.named,
  };
}

/**
 * Command lines that run a task, for permission rules of any package manager.
 * @see https://docs.npmjs.com/cli/v11/using-npm/scripts (life cycle tasks)
 */
function invocationsOf(task: string, file: FilePath): readonly string[] {
  const folder = folderOf(file);
  const lines = [`npm run ${task}`, `pnpm ${task}`, `yarn ${task}`];
  if (/^(?:test|start|stop|restart)$/.test(task)) lines.push(`npm ${task}`);
  if (/^(?:(?:pre|post)?install|prepare)$/.test(task)) lines.push('npm install', 'npm ci');
  return folder === '' ? lines : [...lines, `npm --prefix ${folder} run ${task}`];
}
