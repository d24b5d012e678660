import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { ShellCommand } from '../../model/document.ts';
import type { Confidence, Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { answersPrompt, type DestructiveMatch, matchDestructive } from '../command/command-line.ts';
import { folderBefore } from './folder.ts';
import type { JobProgram, JobStep, PipelineJob } from './job.ts';
import { isReviewedPlan } from './plan.ts';
import { stageOfCommand } from './stage.ts';
import { reachOf } from './target.ts';

/** A command of a job that destroys something outlasting the job, with nobody asked by the tool. */
export interface JobCommand {
  readonly step: JobStep;
  readonly match: DestructiveMatch;
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
    for (const command of program.shell.commands) {
      if (found.length >= maxCommands) return found;
      const one = commandOf(command, program, job, everything, knowledge);
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
  const match = matchDestructive(command, knowledge);
  if (match === null || match.spec.destroys === 'files') return null;
  const { step, shell } = program;
  const isAnswered =
    match.skipsPrompt ||
    answersPrompt(command, shell.commands) ||
    [...job.variables, ...step.variables].some(({ key, value }) =>
      consents(key, value.type === 'scalar' ? value.text : '', match.provider, knowledge),
    );
  // Without a terminal a tool that asks gives up; one that is handed a plan does what was looked at.
  if (!isAnswered || isReviewedPlan(match, everything, command)) return null;
  const reach = reachOf(command, match.spec, program, job, everything);
  if (reach === 'own') return null;
  const text = command.words.map((word) => word.raw).join(' ');
  const folder = folderBefore(command, program, job.valuesOf);
  const targets = match.argv
    .slice(match.spec.argv.length)
    .filter((word) => word !== null && word !== '' && !word.startsWith('-'))
    .map((word) => word ?? '');
  const stage = stageOfCommand(text, targets, folder === null ? step : { ...step, folder }, job);
  return { step, match, text, folder, stage, confidence: reach === 'unsure' ? 'low' : 'high' };
}

/** A variable of the job that answers the tool's questions in advance. */
function consents(name: string, given: string, provider: string, knowledge: Knowledge): boolean {
  const known = knowledge.consent(name);
  if (known?.provider !== provider) return false;
  return known.spec.value === null
    ? !/^(?:|0|false|no|off)$/i.test(given)
    : given.includes(known.spec.value);
}
