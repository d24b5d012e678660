import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { ShellCommand } from '../../model/document.ts';
import type { Confidence, DestructiveCommand, Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { answersPrompt, type DestructiveMatch, matchDestructive } from '../command/command-line.ts';
import { isMadeBefore } from '../command/made-before.ts';
import { apiCall } from '../shell/api-call.ts';
import { sqlLossOf } from '../shell/sql-commands.ts';
import { scriptVariables, type Variables } from '../shell/variables.ts';
import { folderBefore } from './folder.ts';
import type { JobProgram, JobStep, PipelineJob } from './job.ts';
import { isReviewedPlan } from './plan.ts';
import { stageOfCommand } from './stage.ts';
import { databaseTarget, type Reach, reachOf } from './target.ts';

/** What a command of a job does, whoever's tool it is. */
type Act = Pick<
  DestructiveCommand,
  'provider' | 'verb' | 'via' | 'destroys' | 'recovery' | 'safeVariant' | 'at'
> & { readonly named: DestructiveMatch['named'] };

/** A command of a job that destroys something outlasting the job, with nobody asked by the tool. */
export interface JobCommand {
  readonly step: JobStep;
  readonly act: Act;
  /** As written, for what its words say. */
  readonly text: string;
  readonly folder: string | null;
  /** The stage its own words speak of. */
  readonly stage: Tier | null;
  readonly confidence: Confidence;
}

/** More steps than people write say nothing new. */
const maxPrograms = 300;
const maxLooked = 2000;
/** More destructive lines of one job say nothing new. */
const maxCommands = 20;

/** Reads the programs of a job's steps, in their order. */
export function programsOf(job: PipelineJob): readonly JobProgram[] {
  return job.steps
    .slice(0, maxPrograms)
    .map((step) => ({ step, shell: parseEmbeddedShell(step.document.file, step.program) }));
}

/** What a job destroys by its own lines. Files, test databases, clusters of the run and dry runs are left out. */
export function commandsOfJob(
  job: PipelineJob,
  programs: readonly JobProgram[],
  knowledge: Knowledge,
): readonly JobCommand[] {
  const everything = programs.flatMap(({ shell }) => shell.commands).slice(0, maxLooked);
  const found: JobCommand[] = [];
  for (const program of programs) {
    const variables = scriptVariables(program.shell);
    for (const command of program.shell.commands) {
      if (found.length >= maxCommands) return found;
      const one =
        commandOf(command, program, job, everything, knowledge) ??
        apiOf(command, program, variables, job, knowledge);
      if (one !== null) found.push(one);
    }
  }
  return found;
}

function commandOf(
  command: ShellCommand,
  program: JobProgram,
  job: PipelineJob,
  everything: readonly ShellCommand[],
  knowledge: Knowledge,
): JobCommand | null {
  const match = matchDestructive(command, knowledge, program.shell.commands);
  if (match === null) return sqlOf(command, program, job, everything);
  if (match.spec.destroys === 'files' || isClearOut(match)) return null;
  const { step, shell } = program;
  const isAnswered =
    match.skipsPrompt ||
    answersPrompt(command, shell.commands) ||
    [...job.variables, ...step.variables].some(({ key, value }) =>
      consents(key, value.type === 'scalar' ? value.text : '', match.provider ?? '', knowledge),
    );
  // Without a terminal a tool that asks gives up; one that is handed a plan does what was looked at.
  if (!isAnswered || isReviewedPlan(match, everything, command)) return null;
  const reach = reachOf(command, match.spec, program, job, everything);
  if (reach === 'own' || isMadeBefore(command, match, shell.commands)) return null;
  const targets = match.argv
    .slice(match.spec.argv.length)
    .filter((word) => word !== null && word !== '' && !word.startsWith('-'))
    .map((word) => word ?? '');
  const { spec, provider, named, at } = match;
  const verb = spec.argv.map((word) => word.split('|')[0] ?? word).join(' ');
  const { destroys, recovery, safeVariant } = spec;
  const act: Act = { provider, verb, via: 'shell', destroys, recovery, safeVariant, named, at };
  return placed(act, command, targets, program, job, reach);
}

/** A request to a provider's API. What only a run can name may be what the job has made itself. */
function apiOf(
  command: ShellCommand,
  program: JobProgram,
  variables: Variables,
  job: PipelineJob,
  knowledge: Knowledge,
): JobCommand | null {
  const call = apiCall(command, program.shell, variables, knowledge);
  if (call === null || (job.isThrowaway && !job.isArmed)) return null;
  const { name, destroys, recovery } = call.known.spec;
  if (destroys === 'files') return null;
  const { provider } = call.known;
  const { at } = call;
  const act: Act = {
    provider,
    verb: name,
    via: 'api',
    destroys,
    recovery,
    safeVariant: null,
    named: {},
    at,
  };
  const isNamed = command.words.every((word) => word.text !== null || isHeader(word.raw));
  return placed(act, command, [], program, job, isNamed ? 'outside' : 'unsure');
}

/** A header carries the login, not what the request is about. */
function isHeader(raw: string): boolean {
  return /^["']?(?:-H\s*|--header[= ]["']?)?[A-Za-z][\w-]*:(?!\/)/.test(raw);
}

/** Old copies go by a rule that says what stays: `restic forget --keep-daily 7 --prune`. */
function isClearOut({ spec, argv }: DestructiveMatch): boolean {
  return spec.keeps?.some((beginning) => argv.some((word) => word?.startsWith(beginning))) ?? false;
}

/** A database client that is told to lose rows. */
function sqlOf(
  command: ShellCommand,
  program: JobProgram,
  job: PipelineJob,
  everything: readonly ShellCommand[],
): JobCommand | null {
  const verb = sqlLossOf(command, program.shell);
  if (verb === null) return null;
  const reach = reachOf(command, databaseTarget(command), program, job, everything);
  if (reach === 'own') return null;
  const act: Act = {
    provider: null,
    verb,
    via: 'sql',
    destroys: 'database',
    recovery: null,
    safeVariant: null,
    named: {},
    at: command.at,
  };
  return placed(act, command, [], program, job, reach);
}

function placed(
  act: Act,
  command: ShellCommand,
  targets: readonly string[],
  program: JobProgram,
  job: PipelineJob,
  reach: Reach,
): JobCommand {
  const { step } = program;
  const text = command.words.map((word) => word.raw).join(' ');
  const folder = folderBefore(command, program, job.valuesOf);
  const stage = stageOfCommand(text, targets, folder === null ? step : { ...step, folder }, job);
  return { step, act, text, folder, stage, confidence: reach === 'unsure' ? 'low' : 'high' };
}

/** A variable of the job that answers the tool's questions in advance. */
function consents(name: string, given: string, provider: string, knowledge: Knowledge): boolean {
  const known = knowledge.consent(name);
  if (known?.provider !== provider) return false;
  return known.spec.value === null
    ? !/^(?:|0|false|no|off)$/i.test(given)
    : given.includes(known.spec.value);
}
