import { at, type DataNode, entries } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { stageBranches } from '../../recognize/pipeline/branch.ts';
import type { Gate, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts, variableEntries } from '../../recognize/pipeline/plain-job.ts';
import { isPerChange } from '../../recognize/pipeline/stage.ts';
import {
  type GitlabJob,
  type GitlabPipeline,
  linesOf,
  pipelineFrom,
  settingOf,
} from './pipeline.ts';
import { triggersOf } from './triggers.ts';

/** Facts about the jobs of a GitLab pipeline and of the files of the repository that it includes. */
export const collect: Collect = (unit, knowledge) => {
  const first = unit.documents.find((document) => document.file === '.gitlab-ci.yml');
  const roots = first === undefined ? unit.documents : [first];
  return roots.flatMap((document) => {
    const pipeline = pipelineFrom(document, unit.documents);
    return [...pipeline.jobs.values()]
      .filter(({ entry }) => !entry.key.startsWith('.'))
      .flatMap((job) => pipelineFacts(jobOf(job, pipeline), knowledge));
  });
};

function jobOf({ document, entry }: GitlabJob, pipeline: GitlabPipeline): PipelineJob {
  const job = entry.value;
  const own = (key: string): DataNode | undefined =>
    settingOf(job, key, pipeline) ?? shared(key, pipeline);
  const lines = ['before_script', 'script', 'after_script'].flatMap((key) =>
    linesOf(own(key), pipeline),
  );
  const { triggers, manual, branches } = triggersOf(job, pipeline);
  const environment = settingOf(job, 'environment', pipeline);
  const [name = ''] = texts(environment?.type === 'map' ? at(environment, 'name') : environment);
  const tags = texts(own('tags')).join(' ');
  return plainJob({
    product: 'gitlab-ci',
    id: entry.key,
    document,
    at: entry.keyAt,
    steps: shellStep(document, lines),
    variables: [
      ...pipeline.roots.flatMap((root) => variableEntries(at(root, 'variables'))),
      ...variableEntries(settingOf(job, 'variables', pipeline)),
    ],
    triggers,
    gates: [...clicks(manual), ...environments(environment, name)],
    environments: name === '' ? [] : [isPerChange(name) ? 'preview' : name],
    names: [entry.key, texts(own('stage'))[0] ?? '', ...stageBranches(branches)],
    isThrowaway: !/shell|prod|server|deploy|host/i.test(tags),
    seesAllSecrets: true,
    ...secretStoreOf(environment),
    hasServices: own('services') !== undefined,
    remedy: `Add \`when: manual\` to a rule of the job "${entry.key}" (${document.file}), and protect its environment with required approvals.`,
  });
}

/**
 * A variable of the project can have another value for each environment: jobs without one all get the value that is for none in particular.
 * @see https://docs.gitlab.com/ci/environments/#limit-the-environment-scope-of-a-cicd-variable (read 2026-11-21)
 */
function secretStoreOf(environment: DataNode | undefined): Pick<PipelineJob, 'secretStore'> {
  return environment === undefined ? { secretStore: 'gitlab-ci:variables' } : {};
}

/** What every job gets that says nothing else: `default`, and the old way of writing it at the top. */
function shared(key: string, { roots }: GitlabPipeline): DataNode | undefined {
  return roots
    .map((root) => at(root, 'default', key) ?? topLevel(root, key))
    .findLast((node) => node !== undefined);
}

function topLevel(root: DataNode, key: string): DataNode | undefined {
  return /script|services|image/.test(key) && key !== 'script'
    ? entries(root).find((entry) => entry.key === key)?.value
    : undefined;
}

function clicks(manual: DataNode | null): readonly Gate[] {
  if (manual === null) return [];
  return [
    {
      name: '`when: manual`',
      strength: 'asks',
      confidence: 'high',
      because: 'it waits for a click',
      at: manual.at,
    },
  ];
}

/** Whether an environment is protected is a setting of the project. */
function environments(node: DataNode | undefined, name: string): readonly Gate[] {
  if (node === undefined || name === '') return [];
  return [
    {
      name: `the environment "${name}"`,
      strength: 'asks',
      confidence: 'low',
      because: `it waits where the environment "${name}" is protected, which is not visible here`,
      at: node.at,
    },
  ];
}
