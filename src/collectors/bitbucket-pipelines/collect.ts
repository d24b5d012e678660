import { at, type DataNode, type Document, entries, items } from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { pushTriggers, stageBranches } from '../../recognize/pipeline/branch.ts';
import type { Gate, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts } from '../../recognize/pipeline/plain-job.ts';

/** One list of steps and what sets it off. */
interface Flow {
  readonly id: string;
  readonly steps: DataNode;
  readonly triggers: readonly Trigger[];
  readonly branches: readonly string[];
}

/** Facts about every step; a step that waits for a click holds back what comes after it. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    return flowsOf(at(root, 'pipelines')).flatMap((flow) =>
      jobsOf(document, flow).flatMap((job) => pipelineFacts(job, knowledge)),
    );
  });

function flowsOf(pipelines: DataNode | undefined): readonly Flow[] {
  const flow = (
    id: string,
    steps: DataNode,
    triggers: readonly Trigger[],
    branches: readonly string[] = [],
  ): Flow => ({ id, steps, triggers, branches });
  return entries(pipelines).flatMap(({ key, value }): readonly Flow[] => {
    if (key === 'default') return [flow(key, value, pushTriggers([]))];
    return entries(value).map((inner) => {
      const id = `${key}/${inner.key}`;
      switch (key) {
        case 'branches':
          return flow(id, inner.value, pushTriggers([inner.key]), [inner.key]);
        case 'tags':
          return flow(id, inner.value, [{ name: 'push of a tag', startedBy: 'release' }]);
        case 'pull-requests':
          return flow(id, inner.value, [{ name: 'a pull request', startedBy: 'change-request' }]);
        default:
          // Whether a custom pipeline has a schedule too is a setting.
          return flow(
            id,
            inner.value,
            [{ name: 'a manual run', startedBy: 'person' }],
            [inner.key],
          );
      }
    });
  });
}

const maxDepth = 5;

/** Steps in their order, those of stages and parallel groups in place. */
function stepsIn(node: DataNode, depth = 0): readonly DataNode[] {
  if (depth > maxDepth) return [];
  return items(node).flatMap((item) => {
    const step = at(item, 'step');
    if (step !== undefined) return [step];
    const group = at(item, 'parallel') ?? at(item, 'stage');
    if (group === undefined) return [];
    const inner = group.type === 'list' ? group : at(group, 'steps');
    return inner === undefined ? [] : stepsIn(inner, depth + 1);
  });
}

function jobsOf(document: Document, flow: Flow): readonly PipelineJob[] {
  const gates: Gate[] = [];
  return stepsIn(flow.steps).map((step, index) => {
    const trigger = at(step, 'trigger');
    if (texts(trigger)[0] === 'manual' && trigger !== undefined) {
      gates.push({
        name: '`trigger: manual`',
        strength: 'asks',
        confidence: 'high',
        because: 'it waits for a click',
        at: trigger.at,
      });
    }
    const [name = `step ${index + 1}`] = texts(at(step, 'name'));
    const deployment = texts(at(step, 'deployment'));
    const runsOn = texts(at(step, 'runs-on')).join(' ');
    return plainJob({
      product: 'bitbucket-pipelines',
      id: `${flow.id}/${index + 1}`,
      name,
      document,
      at: at(step, 'name')?.at ?? step.at,
      steps: shellStep(
        document,
        [at(step, 'script'), at(step, 'after-script')].flatMap((node) => node ?? []),
      ),
      triggers: flow.triggers,
      gates: [...gates],
      environments: deployment,
      names: [name, ...stageBranches(flow.branches)],
      isThrowaway: !/self\.hosted/.test(runsOn),
      hasServices: texts(at(step, 'services')).some((service) => service !== 'docker'),
      remedy: `Add \`trigger: manual\` to the step "${name}" (${document.file}), and let only some people deploy to its environment.`,
    });
  });
}
