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
import { stageFacts } from '../../recognize/command/command-stage.ts';
import { worksOnTests } from '../../recognize/command/test-target.ts';
import { envFilesOf } from '../../recognize/credential/env-files.ts';
import { callsOf } from '../../recognize/task/calls.ts';
import {
  invocationsOf,
  packageTasks,
  startersOf,
  type Task,
} from '../../recognize/task/package-tasks.ts';
import { ledToBy, startedBy } from '../../recognize/task/started.ts';
import { taskLine } from '../../recognize/task/task-line.ts';
import { waysTo } from '../../recognize/task/ways-to.ts';

/**
 * Reads what the tasks of a package destroy by themselves, and what they start. A task that starts another file (`tsx scripts/x.ts`) destroys nothing
 * here: the collector of that file says what it does, and linking joins both.
 */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const tasks = packageTasks(document);
    const starters = startersOf(tasks);
    return tasks.flatMap((task) => {
      const ways = waysTo(task.name, starters);
      return [
        ...destructiveIn(task, ways, document.file, knowledge),
        ...callsIn(task, ways, document.file),
      ];
    });
  });

function destructiveIn(
  task: Task,
  ways: readonly string[],
  file: FilePath,
  knowledge: Knowledge,
): readonly Fact[] {
  const matches = task.commands.flatMap((command) => {
    const match = matchDestructive(command, knowledge);
    if (match === null || worksOnTests(match.argv)) return [];
    const environments = envFilesOf(command, folderOf(file));
    const folder = folderOfCommand(command, task.commands, folderOf(file));
    const answered = answersPrompt(command, task.commands);
    return [{ own: command, match, answered, environments, folder }];
  });
  const invocations = ways.flatMap((name) => invocationsOf(name, file));
  return matches.flatMap(({ own, match, answered, environments, folder }, index) => {
    const command: DestructiveCommand = {
      ...commandOf(match, task.name, index, file),
      skipsPrompt: match.skipsPrompt || answered,
      invocations,
      ...(folder === undefined ? {} : { folder }),
    };
    return [
      command,
      ...startedBy(linesOf(ways, file), command),
      ...targetRelations(command, match.spec.targets, environments),
      ...stageFacts(command, own, task.commands),
    ];
  });
}

/** Scripts, and tasks of other files, that a task starts. */
function callsIn({ commands }: Task, ways: readonly string[], file: FilePath): readonly Fact[] {
  const folder = folderOf(file);
  const calls = commands.flatMap((command) =>
    callsOf(command, () => folderOfCommand(command, commands, folder) ?? null),
  );
  return calls.length === 0 ? [] : ledToBy(linesOf(ways, file), calls.slice(0, maxCalls));
}

/** Calls of one task that are followed. */
const maxCalls = 50;

function linesOf(ways: readonly string[], file: FilePath): readonly string[] {
  return ways.map((name) => taskLine('npm', name, folderOf(file)));
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
