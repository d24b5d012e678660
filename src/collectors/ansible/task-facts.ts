import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { Document, EmbeddedText, ShellDocument } from '../../model/document.ts';
import type { DestructiveCommand, Environment, Fact, Relation } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { guardFacts, strongestGuards } from '../../recognize/command/command-guards.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { scheduledFacts } from '../../recognize/pipeline/scheduled.ts';
import { backupFacts } from '../../recognize/shell/backup-facts.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import type { ShellHost } from '../../recognize/shell/shell-host.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import type { Play, Task } from './plays.ts';
import type { Project } from './project.ts';
import { guardsOf, type TaskGuard } from './task-guards.ts';
import { cronProgram, programOf, scriptProgram } from './task-program.ts';
import { onHosts } from './task-targets.ts';

const collector = 'ansible';
const maxPlaybooks = 5;

/** What a task destroys or copies, by itself or through the crontab it writes. */
export function taskFacts(task: Task, project: Project, knowledge: Knowledge): readonly Fact[] {
  const meaning = (name: string): string | undefined => project.meaning(task, name);
  const cron = cronProgram(task, meaning);
  if (cron !== null) return cronFacts(task, cron, project, knowledge);
  const program = programOf(task, meaning);
  if (program === null || isPassing(task, project)) return [];
  const document = parseEmbeddedShell(task.document.file, program);
  const own = shellFacts(document, hostOf(task, project), knowledge);
  const found = own.length === 0 ? own : onHosts(own, task, project, program.text);
  return found.flatMap((fact) =>
    fact.kind === 'DestructiveCommand' ? placed(fact, task, project) : [fact],
  );
}

/** What a script that a role puts on its hosts destroys or copies there. */
export function scriptFacts(
  document: Document,
  project: Project,
  knowledge: Knowledge,
): readonly Fact[] {
  const { file } = document;
  if (document.shape !== 'text' || !file.endsWith('.j2')) return [];
  const role = /(?:^|\/)roles\/([^/]+)\//.exec(file)?.[1] ?? null;
  const program = scriptProgram(document, (name) => project.meaningIn(role, name));
  const host = {
    collector,
    key: `ansible:${file}`,
    shown: file,
    task: null,
    invocations: [],
  };
  return shellFacts(parseEmbeddedShell(file, program), host, knowledge);
}

function shellFacts(
  document: ShellDocument,
  host: ShellHost,
  knowledge: Knowledge,
): readonly Fact[] {
  if (document.commands.length === 0) return [];
  const variables = scriptVariables(document);
  return [
    ...commandFacts(document, variables, knowledge, host),
    ...backupFacts(document, variables, knowledge, host),
  ];
}

/** The clock runs it, on every host of the play. */
function cronFacts(
  task: Task,
  program: EmbeddedText,
  project: Project,
  knowledge: Knowledge,
): readonly Fact[] {
  const { document, name, at } = task;
  return scheduledFacts(
    {
      product: collector,
      id: `cron/${at.start}`,
      name: `cron entry "${name}"`,
      document,
      at,
      program,
      variables: [],
      names: stageWords(task, project),
      isMailed: true,
    },
    knowledge,
  );
}

function hostOf(task: Task, project: Project): ShellHost {
  const { document, name, at } = task;
  const books = [...new Set(project.playsOfTask(task).map((play) => play.document.file))];
  return {
    collector,
    key: `ansible:${document.file}#${at.start}`,
    shown: `"${name}" in ${document.file}`,
    task: name,
    invocations: books.slice(0, maxPlaybooks).map((file) => `ansible-playbook ${file}`),
  };
}

/** Its controls, and the stage of the hosts that it works on. */
function placed(command: DestructiveCommand, task: Task, project: Project): readonly Fact[] {
  const guards = strongestGuards(guardsOf(task));
  const own = { ...command, skipsPrompt: command.skipsPrompt && guards.length === 0 };
  const facts: Fact[] = [own, ...guards.flatMap((guard) => conditionFacts(guard, own))];
  const environment = stageOf(task, project);
  if (environment === null) return facts;
  const within: Relation = {
    kind: 'Relation',
    rel: 'in',
    from: own.key,
    to: environment.key,
    actions: [],
    because: `the play works on ${environment.name}`,
    at: environment.at,
    confidence: 'medium',
  };
  return [...facts, environment, within];
}

function conditionFacts(guard: TaskGuard, command: DestructiveCommand): readonly Fact[] {
  return guardFacts(guard, command, 'script').map((fact) => {
    if (fact.kind === 'Guard') return { ...fact, name: guard.name };
    const because = `the play goes on to ${command.verb} only after ${guard.name}`;
    return fact.kind === 'Relation' ? { ...fact, because } : fact;
  });
}

function stageOf(task: Task, project: Project): Environment | null {
  const [play, ...others] = project.playsOfTask(task);
  if (play === undefined || others.length > 0) return null;
  const { file } = play.document;
  const name = play.hosts;
  const at = play.node.entries.find(({ key }) => key === 'hosts')?.value.at ?? play.node.at;
  const environment = partEnvironment({ file, what: 'hosts', name, at, collector });
  return environment.tier === 'unknown' ? null : environment;
}

/** Hosts that are there to be thrown away. */
function isPassing(task: Task, project: Project): boolean {
  const plays = project.playsOfTask(task);
  return plays.length > 0 && plays.every(isForTests);
}

function isForTests({ hosts, document }: Play): boolean {
  const tier = tierOf(hosts) ?? tierOfPath(document.file);
  return tier === 'development' || tier === 'preview';
}

function stageWords(task: Task, project: Project): readonly string[] {
  return project.playsOfTask(task).map(({ hosts }) => hosts);
}
