import { at } from '../../model/document.ts';
import { entityKey, type Fact, type Pipeline } from '../../model/fact.ts';
import type { PipelineJob } from '../../recognize/pipeline/job.ts';
import { jobRights, jobToken } from '../../recognize/workflow/job-token.ts';
import { stepsOf, textOf } from '../../recognize/workflow/step.ts';
import { foreignCode } from './foreign-code.ts';
import type { JobPlace } from './place.ts';

/** A condition that keeps other people's copies of the repository out, or waits for somebody's mark. */
const looksAtOrigin = /head\.repo|\.fork\b|labels|label\.name/;

/**
 * The token of a job that runs what a stranger proposes, where the workflow gives it rights to destroy: who proposes the change holds it. Any other
 * job's token is in the hands of those who may write to the repository anyway.
 */
export function tokenFacts(
  job: PipelineJob,
  place: JobPlace,
  facts: readonly Fact[],
): readonly Fact[] {
  const strangers = job.triggers.find(({ startedBy }) => startedBy === 'outsider');
  if (strangers === undefined || job.gates.length > 0) return [];
  const { value } = place.entry;
  if (looksAtOrigin.test(textOf(at(value, 'if')))) return [];
  const rights = jobRights(at(value, 'permissions') ?? at(place.root, 'permissions'));
  if (rights === null) return [];
  const code = foreignCode(stepsOf(value));
  if (code === null) return [];
  const known = facts.find((fact): fact is Pipeline => fact.kind === 'Pipeline');
  const pipeline = known ?? pipelineOf(job);
  const token = jobToken(job.document, place.entry.key, rights, job.collector);
  return [
    ...(known === undefined ? [pipeline] : []),
    token,
    {
      kind: 'Relation',
      rel: 'acts-as',
      from: pipeline.key,
      to: token.key,
      actions: [],
      because: `"${strangers.name}" lets a stranger choose what this step runs`,
      at: code,
      confidence: 'high',
    },
  ];
}

function pipelineOf(job: PipelineJob): Pipeline {
  return {
    kind: 'Pipeline',
    key: entityKey(`${job.collector}:${job.document.file}#${job.id}`),
    aliases: [],
    name: job.name,
    at: job.at,
    collector: job.collector,
    implied: false,
    confidence: 'high',
    product: job.product,
    triggers: job.triggers,
    calls: [],
    remedy: job.remedy,
  };
}
