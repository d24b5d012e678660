import type { Document, ShellCommand, ShellDocument } from '../../model/document.ts';
import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { commandWords } from '../../recognize/command/command-line.ts';
import { invocationsOf, startersOf } from '../../recognize/task/package-tasks.ts';
import { taskLine } from '../../recognize/task/task-line.ts';
import { composerRecipes, denoRecipes, packageRecipes, taskfileRecipes } from './data-recipes.ts';
import { justfileRecipes } from './justfile.ts';
import { makefileRecipes } from './makefile.ts';
import { pdmRecipes, poeRecipes, taskipyRecipes } from './python-tasks.ts';
import type { Recipe } from './recipe.ts';

/** A recipe with its commands. */
export interface Task {
  readonly recipe: Recipe;
  readonly document: ShellDocument;
}

/** For each task by name, the tasks of its file that start it. */
export type Starters = ReadonlyMap<string, ReadonlySet<string>>;

/** A program that runs tasks, as it reads one of its files. */
export interface Runner {
  /** What is typed to start a task: `make`. */
  readonly program: string;
  /** A task as people name it: `npm run reset`. */
  readonly shown: (task: string) => string;
  readonly recipes: readonly Recipe[];
  readonly startersOf: (tasks: readonly Task[]) => Starters;
  /** Command lines, run from the root, that start a task. */
  readonly invocationsOf: (task: string) => readonly string[];
}

/** The runners that read this file. */
export function runnersOf(document: Document): readonly Runner[] {
  const { file } = document;
  const name = baseName(file);
  if (document.shape === 'text') {
    return /just/i.test(name)
      ? [runner('just', justfileRecipes(document.text), file)]
      : [runner('make', makefileRecipes(document.text), file)];
  }
  if (document.shape !== 'data') return [];
  const [root] = document.roots;
  switch (name) {
    case 'package.json':
      return [npm(packageRecipes(root), file)];
    case 'composer.json':
      return [composer(composerRecipes(root), file)];
    case 'deno.json':
    case 'deno.jsonc':
      return [runner('deno', denoRecipes(root), file)];
    case 'pyproject.toml':
      return [
        runner('poe', poeRecipes(root), file),
        runner('pdm', pdmRecipes(root), file),
        // What taskipy installs is called `task` like that of a Taskfile.
        runner('task', taskipyRecipes(root), file),
      ];
    default:
      return [runner('task', taskfileRecipes(root), file)];
  }
}

function runner(program: string, recipes: readonly Recipe[], file: FilePath): Runner {
  return {
    program,
    shown: (task) => taskLine(program, task, ''),
    recipes,
    startersOf: (tasks) => startersWithin(tasks, program),
    invocationsOf: (task) => [taskLine(program, task, folderOf(file))],
  };
}

function composer(recipes: readonly Recipe[], file: FilePath): Runner {
  const folder = folderOf(file);
  const longer = (task: string): readonly string[] =>
    folder === ''
      ? [`composer run ${task}`, `composer run-script ${task}`]
      : [`composer --working-dir=${folder} run ${task}`];
  const plain = runner('composer', recipes, file);
  return { ...plain, invocationsOf: (task) => [...plain.invocationsOf(task), ...longer(task)] };
}

/** npm and the managers that read its manifest. */
function npm(recipes: readonly Recipe[], file: FilePath): Runner {
  return {
    program: 'npm',
    shown: (task) => `npm run ${task}`,
    recipes,
    startersOf: (tasks) =>
      startersOf(
        tasks.map(({ recipe, document }) => ({ name: recipe.name, commands: document.commands })),
      ),
    invocationsOf: (task) => invocationsOf(task, file),
  };
}

/** By a dependency, or by calling the runner again. */
function startersWithin(tasks: readonly Task[], program: string): Starters {
  const starters = new Map<string, Set<string>>();
  for (const { recipe, document } of tasks) {
    const called = document.commands.flatMap((command) => calledBy(command, program));
    for (const name of [...recipe.calls, ...called]) {
      const list = starters.get(name) ?? new Set<string>();
      list.add(recipe.name);
      starters.set(name, list);
    }
  }
  return starters;
}

function calledBy(command: ShellCommand, program: string): readonly string[] {
  const [first, ...words] = commandWords(command);
  // Without the word `task` deno starts none.
  if (first !== program || (program === 'deno' && words.shift() !== 'task')) return [];
  return words.flatMap((word) =>
    word === null || /^-|=|^run(?:-script)?$/.test(word) ? [] : [word],
  );
}
