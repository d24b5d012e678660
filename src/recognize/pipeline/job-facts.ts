import type { DataEntry, ShellCommand } from '../../model/document.ts';
import {
  type DestructiveCommand,
  type Environment,
  entityKey,
  type Fact,
  type Guard,
  type Pipeline,
  type PipelineCall,
  type Relation,
  type Tier,
  type Trigger,
} from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { isDatabaseClient } from '../command/database-client.ts';
import { callsOf } from '../task/calls.ts';
import { commandsOfJob, type JobCommand, programsOf } from './commands.ts';
import { isToldToShow } from './dry-run.ts';
import { folderBefore } from './folder.ts';
import type { JobProgram, JobStep, PipelineJob } from './job.ts';
import { secretsOf } from './secrets.ts';
import { stageOfJob } from './stage.ts';
import { databaseTarget, isElsewhere, reachOf } from './target.ts';

/**
 * Facts about one job: the pipeline that it is, the environment it works on, what stands before it, which secrets it is handed, and what it destroys
 * or starts. A job that holds no secret, destroys nothing and starts nothing that could is none.
 */
export function pipelineFacts(job: PipelineJob, knowledge: Knowledge): readonly Fact[] {
  const programs = programsOf(job);
  const tier = stageOfJob(job) ?? 'unknown';
  const all = commandsOfJob(job, programs, knowledge);
  const commands = all.filter(
    ({ stage, step }) => !isPassing(stage ?? tier) && (step.triggers ?? job.triggers).length > 0,
  );
  const calls = isPassing(tier) || !job.isArmed ? [] : callsIn(job, programs);
  const pipeline = pipelineOf(job, calls);
  const secrets = secretsOf(job, pipeline, knowledge);
  if (commands.length === 0 && secrets.length === 0 && calls.length === 0) return [];
  const environment = environmentOf(job, job.id, tier, job.environments[0] ?? job.id, job.at);
  return [
    pipeline,
    environment,
    relation(job, pipeline.key, 'in', environment.key, `it works on ${environment.name}`),
    ...secrets,
    ...commands.flatMap((command, index) => commandFacts(job, pipeline, command, index)),
    ...job.gates.flatMap((gate, index): readonly Fact[] => {
      const guard: Guard = {
        kind: 'Guard',
        ...identity(job, `${job.id}/gate-${index + 1}`, gate.name, gate.at),
        confidence: gate.confidence,
        strength: gate.strength,
      };
      const edge = relation(job, pipeline.key, 'guarded-by', guard.key, gate.because, gate.at);
      return [guard, { ...edge, confidence: gate.confidence }];
    }),
  ];
}

/** Losing what a test, a preview or a developer's own environment holds is part of its purpose. */
function isPassing(tier: Tier): boolean {
  return tier === 'development' || tier === 'preview';
}

function pipelineOf(job: PipelineJob, calls: readonly PipelineCall[]): Pipeline {
  return {
    kind: 'Pipeline',
    ...identity(job, job.id, job.name, job.at),
    product: job.product,
    triggers: job.triggers,
    calls,
    remedy: job.remedy,
  };
}

const maxCalls = 200;

function callsIn(job: PipelineJob, programs: readonly JobProgram[]): readonly PipelineCall[] {
  if (job.hasServices || job.variables.some(isTestAddress)) return [];
  return programs
    .filter(
      ({ step }) =>
        !step.variables.some(isTestAddress) &&
        !isToldToShow(step.variables) &&
        (step.triggers ?? job.triggers).length > 0,
    )
    .flatMap((program) =>
      program.shell.commands
        .flatMap((command) =>
          isOwn(command, program, job)
            ? []
            : callsOf(command, () => folderBefore(command, program)),
        )
        .map((call) => ({ ...call, ...triggersOf(program.step) })),
    )
    .slice(0, maxCalls);
}

/** A client of a database that ends with the job: the files that it runs are no loss. */
function isOwn(command: ShellCommand, program: JobProgram, job: PipelineJob): boolean {
  if (!isDatabaseClient(command)) return false;
  const reach = reachOf(command, databaseTarget(command), program, job, program.shell.commands);
  return reach !== 'outside';
}

/** What leads to a step that only some of the job's triggers reach. */
function triggersOf({ triggers }: JobStep): { readonly triggers?: readonly Trigger[] } {
  return triggers === undefined ? {} : { triggers };
}

/** A variable with the address of a database that lives and dies with the job. */
function isTestAddress({ value }: DataEntry): boolean {
  return value.type === 'scalar' && /^[a-z][a-z0-9+]*:\/\//.test(value.text)
    ? /localhost|127\.0\.0\.1|@[\w-]+[:/]/.test(value.text) && !isElsewhere(value.text)
    : false;
}

function commandFacts(
  job: PipelineJob,
  pipeline: Pipeline,
  { step, act, folder, stage, confidence }: JobCommand,
  index: number,
): readonly Fact[] {
  const { at, named, ...does } = act;
  const id = `${job.id}/${does.verb.replaceAll(' ', '-')}-${index + 1}`;
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    ...identity(job, id, does.verb, at),
    confidence,
    ...does,
    skipsPrompt: true,
    invocations: [],
    ...named,
    ...(folder === null ? {} : { folder }),
  };
  const because = `the job "${job.name}" runs it`;
  const runs = relation(job, pipeline.key, 'runs', command.key, because, at);
  const facts: Fact[] = [
    command,
    { ...runs, actions: ['delete'], confidence, ...triggersOf(step) },
  ];
  if (stage === null) return facts;
  const own = environmentOf(job, id, stage, stage, at);
  return [...facts, own, relation(job, command.key, 'in', own.key, 'its own words say so', at)];
}

function environmentOf(
  job: PipelineJob,
  id: string,
  tier: Tier,
  name: string,
  at: SourceRange,
): Environment {
  return { kind: 'Environment', ...identity(job, `${id}/environment`, name, at), tier };
}

function identity(job: PipelineJob, id: string, name: string, at: SourceRange) {
  return {
    key: entityKey(`${job.collector}:${job.document.file}#${id}`),
    aliases: [],
    name,
    at,
    collector: job.collector,
    implied: false,
    confidence: 'high',
  } as const;
}

function relation(
  job: PipelineJob,
  from: Relation['from'],
  rel: Relation['rel'],
  to: Relation['to'],
  because: string,
  at: SourceRange = job.at,
): Relation {
  return { kind: 'Relation', rel, from, to, actions: [], because, at, confidence: 'high' };
}
