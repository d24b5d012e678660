import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { type FilePath, folderOf } from '../../model/source.ts';
import { guardFacts } from '../../recognize/command/command-guards.ts';
import { backupFacts } from '../../recognize/shell/backup-facts.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import { scriptCalls } from '../../recognize/shell/script-calls.ts';
import type { ShellHost } from '../../recognize/shell/shell-host.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import { taskLine } from '../../recognize/task/task-line.ts';
import { waysTo } from '../../recognize/task/ways-to.ts';
import { type Runner, runnersOf, type Task } from './runner.ts';

/** Reads what the tasks of a tree destroy and back up, and which scripts and other tasks they start. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    runnersOf(document).flatMap((runner) => runnerFacts(runner, document.file, knowledge)),
  );

function runnerFacts(runner: Runner, file: FilePath, knowledge: Knowledge): readonly Fact[] {
  const tasks = runner.recipes.map((recipe) => ({
    recipe,
    document: parseEmbeddedShell(file, recipe.program),
  }));
  const starters = runner.startersOf(tasks);
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
  const { file } = document;
  const variables = scriptVariables(document);
  const host: ShellHost = {
    collector: 'task-runners',
    key: `task-runners:${file}#${recipe.name}`,
    shown: `"${runner.shown(recipe.name)}"`,
    task: recipe.name,
    invocations: ways.flatMap(runner.invocationsOf),
    lines: ways.map((name) => taskLine(runner.program, name, folderOf(file))),
    folder: folderOf(file),
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
