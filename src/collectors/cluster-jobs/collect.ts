import { at, type DataNode, type Document } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import type { Gate, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob } from '../../recognize/pipeline/plain-job.ts';
import { containerSteps } from './container.ts';
import { type ClusterJob, jobsOf, nameOf, textOf } from './kinds.ts';

/** Objects of one file that are looked at. */
const maxObjects = 1000;

/** Facts about what the containers of a cluster's jobs destroy. A job belongs to the stage that its name, its namespace or its folder speaks of. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data') return [];
    return document.roots
      .slice(0, maxObjects)
      .flatMap((object, index) =>
        jobsOf(object).map((job) => pipelineJob(object, job, index, document)),
      )
      .flatMap((job) => pipelineFacts(job, knowledge));
  });

function pipelineJob(
  object: DataNode,
  job: ClusterJob,
  index: number,
  document: Document,
): PipelineJob {
  const { name, node } = nameOf(object);
  const whole = job.part === '' ? name : `${name}/${job.part}`;
  const folders = document.file.split('/').slice(0, -1).reverse();
  return plainJob({
    product: job.product,
    collector: 'cluster-jobs',
    id: index === 0 ? whole : `${whole}-${index + 1}`,
    name: whole,
    document,
    at: node.at,
    steps: job.containers.flatMap((container) => containerSteps(container, document)),
    triggers: job.triggers,
    gates: gatesOf(job.pause),
    names: [name, textOf(at(object, 'metadata', 'namespace')), ...folders],
    remedy: remedies[job.product] ?? '',
  });
}

/** Whether the step that waits comes before this one is a matter of the graph of steps. */
function gatesOf(pause: DataNode | null): readonly Gate[] {
  if (pause === null) return [];
  return [
    {
      name: `the suspended step "${textOf(at(pause, 'name'))}"`,
      strength: 'asks',
      confidence: 'medium',
      because: 'the workflow waits until somebody resumes it',
      at: pause.at,
    },
  ];
}

const remedies: Readonly<Record<string, string>> = {
  kubernetes: 'Take it off the clock: set `suspend: true`, and start it by hand when it is wanted.',
  argo: 'Put a template with `suspend: {}` before the step, and let somebody resume it.',
  tekton: 'Let the pipeline stop before the task, and let somebody start what follows.',
};
