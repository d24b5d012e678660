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
import {
  invocationsOf,
  packageTasks,
  startersOf,
  type Task,
} from '../../recognize/task/package-tasks.ts';
import { waysTo } from '../../recognize/task/ways-to.ts';

/**
 * Reads what the tasks of a package destroy by themselves. A task that starts another file (`tsx scripts/x.ts`) destroys nothing here: the
 * collector of that file says what it does, and linking would join both by the file's name.
 */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const tasks = packageTasks(document);
    const starters = startersOf(tasks);
    return tasks.flatMap((task) => destructiveIn(task, starters, document.file, knowledge));
  });

function destructiveIn(
  task: Task,
  starters: ReadonlyMap<string, ReadonlySet<string>>,
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
  const invocations = waysTo(task.name, starters).flatMap((name) => invocationsOf(name, file));
  return matches.flatMap(({ own, match, answered, environments, folder }, index) => {
    const command: DestructiveCommand = {
      ...commandOf(match, task.name, index, file),
      skipsPrompt: match.skipsPrompt || answered,
      invocations,
      ...(folder === undefined ? {} : { folder }),
    };
    return [
      command,
      ...targetRelations(command, match.spec.targets, environments),
      ...stageFacts(command, own, task.commands),
    ];
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
