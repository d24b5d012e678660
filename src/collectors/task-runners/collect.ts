import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { Document, ShellCommand, ShellDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { guardFacts } from '../../recognize/command/command-guards.ts';
import { commandWords } from '../../recognize/command/command-line.ts';
import { backupFacts } from '../../recognize/shell/backup-facts.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import { scriptCalls } from '../../recognize/shell/script-calls.ts';
import type { ShellHost } from '../../recognize/shell/shell-host.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import { taskLine } from '../../recognize/task/task-line.ts';
import { waysTo } from '../../recognize/task/ways-to.ts';
import { composerRecipes, taskfileRecipes } from './data-recipes.ts';
import { justfileRecipes } from './justfile.ts';
import { makefileRecipes } from './makefile.ts';
import type { Recipe } from './recipe.ts';

/** A runner and the tasks of one of its files. */
interface Runner {
  /** Program that starts a task: `make`. */
  readonly program: string;
  readonly recipes: readonly Recipe[];
  readonly file: Document['file'];
}

interface Task {
  readonly recipe: Recipe;
  readonly document: ShellDocument;
}

/** Reads what the tasks of a tree destroy and back up, and which scripts and other tasks they start. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const runner = runnerOf(document);
    return runner === null ? [] : runnerFacts(runner, knowledge);
  });

function runnerOf(document: Document): Runner | null {
  const { file } = document;
  const name = baseName(file);
  if (document.shape === 'data') {
    const [root] = document.roots;
    return name === 'composer.json'
      ? { program: 'composer', recipes: composerRecipes(root), file }
      : { program: 'task', recipes: taskfileRecipes(root), file };
  }
  if (document.shape !== 'text') return null;
  return /just/i.test(name)
    ? { program: 'just', recipes: justfileRecipes(document.text), file }
    : { program: 'make', recipes: makefileRecipes(document.text), file };
}

function runnerFacts(runner: Runner, knowledge: Knowledge): readonly Fact[] {
  const tasks = runner.recipes.map((recipe) => ({
    recipe,
    document: parseEmbeddedShell(runner.file, recipe.program),
  }));
  const starters = startersOf(tasks, runner);
  return tasks.flatMap((task) =>
    taskFacts(task, runner, waysTo(task.recipe.name, starters), knowledge),
  );
}

function taskFacts(
  { recipe, document }: Task,
  runner: Runner,
  ways: readonly string[],
  knowledge: Knowledge,
): readonly Fact[] {
  if (document.commands.length === 0) return [];
  const variables = scriptVariables(document);
  const host: ShellHost = {
    collector: 'task-runners',
    key: `task-runners:${runner.file}#${recipe.name}`,
    shown: `"${runner.program} ${recipe.name}"`,
    task: recipe.name,
    invocations: ways.flatMap((name) => linesOf(name, runner)),
    lines: ways.map((name) => taskLine(runner.program, name, folderOf(runner.file))),
    folder: folderOf(runner.file),
  };
  const found = [
    ...(recipe.asksAt === null ? scriptCalls(document, host) : []),
    ...commandFacts(document, variables, knowledge, host),
    ...backupFacts(document, variables, knowledge, host),
  ];
  return recipe.asksAt === null ? found : found.flatMap((fact) => asked(fact, recipe.asksAt ?? 0));
}

/** The runner itself asks before it starts the task. */
function asked(fact: Fact, start: number): readonly Fact[] {
  if (fact.kind !== 'DestructiveCommand') return [fact];
  const command = { ...fact, skipsPrompt: false };
  const at = { file: fact.at.file, start, end: start + 1 };
  return [command, ...guardFacts({ strength: 'asks', at }, command, 'script')];
}

/** For each task, the tasks that start it: by a dependency, or by calling the runner again. */
function startersOf(
  tasks: readonly Task[],
  runner: Runner,
): ReadonlyMap<string, ReadonlySet<string>> {
  const starters = new Map<string, Set<string>>();
  for (const { recipe, document } of tasks) {
    const called = document.commands.flatMap((command) => calledBy(command, runner));
    for (const name of [...recipe.calls, ...called]) {
      const list = starters.get(name) ?? new Set<string>();
      list.add(recipe.name);
      starters.set(name, list);
    }
  }
  return starters;
}

function calledBy(command: ShellCommand, { program }: Runner): readonly string[] {
  const [first, ...words] = commandWords(command);
  if (first !== program) return [];
  return words.flatMap((word) =>
    word === null || /^-|=|^run(?:-script)?$/.test(word) ? [] : [word],
  );
}

/** Command lines, run from the root, that start a task. */
function linesOf(task: string, { program, file }: Runner): readonly string[] {
  const folder = folderOf(file);
  const line = taskLine(program, task, folder);
  if (program !== 'composer') return [line];
  return folder === ''
    ? [line, `composer run ${task}`, `composer run-script ${task}`]
    : [line, `composer --working-dir=${folder} run ${task}`];
}
