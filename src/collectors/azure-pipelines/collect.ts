import { at, type DataEntry, type DataNode, type Document, items } from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { pushTriggers, stageBranches } from '../../recognize/pipeline/branch.ts';
import { type Budget, fullBudget, spend } from '../../recognize/pipeline/budget.ts';
import { ciActionSteps } from '../../recognize/pipeline/ci-action.ts';
import { joinedFolder, withoutRoot } from '../../recognize/pipeline/folder.ts';
import type { Gate, JobStep, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts, variableEntries } from '../../recognize/pipeline/plain-job.ts';

/** Facts about every job of pipelines that something sets off; templates are read where they are used. */
export const collect: Collect = (unit, knowledge) => {
  const files = new Map<string, Document>(
    unit.documents.map((document) => [document.file, document]),
  );
  const jobs: PipelineJob[] = [];
  for (const document of unit.documents) {
    const root = rootOf(document);
    if (root === undefined || isTemplate(document, root, unit.documents)) continue;
    const { triggers, branches } = triggersOf(root);
    const variables = variableEntries(at(root, 'variables'));
    visit(
      {
        document,
        files,
        triggers,
        branches,
        variables,
        gates: [],
        names: [],
        depth: 0,
        budget: fullBudget(),
        jobs,
        knowledge,
      },
      root,
    );
  }
  return jobs.flatMap((job) => pipelineFacts(job, knowledge));
};

/** A file without triggers that has parameters, or that another one uses. */
function isTemplate(document: Document, root: DataNode, all: readonly Document[]): boolean {
  if (['trigger', 'pr', 'schedules'].some((key) => at(root, key) !== undefined)) return false;
  const name = baseName(document.file);
  return (
    at(root, 'parameters') !== undefined ||
    all.some((other) => other !== document && 'text' in other && isUsedIn(other.text, name))
  );
}

function isUsedIn(text: string, name: string): boolean {
  return [...text.matchAll(/\btemplate:\s*['"]?([^\s'"@]{1,300})/g)].some(
    ([, path = '']) => baseName(path) === name,
  );
}

interface Place {
  readonly document: Document;
  readonly files: ReadonlyMap<string, Document>;
  readonly triggers: readonly Trigger[];
  readonly branches: readonly string[];
  readonly variables: readonly DataEntry[];
  /** Validations that come before. */
  readonly gates: readonly Gate[];
  /** Names of the stages around it. */
  readonly names: readonly string[];
  readonly depth: number;
  readonly budget: Budget;
  readonly jobs: PipelineJob[];
  readonly knowledge: Knowledge;
}

const maxDepth = 12;
const maxJobs = 500;

function rootOf(document: Document): DataNode | undefined {
  return document.shape === 'data' ? document.roots[0] : undefined;
}

/** Stages, jobs and steps at any depth, in their order: a validation holds what comes after it. */
function visit(place: Place, node: DataNode): void {
  if (place.depth > maxDepth || place.jobs.length >= maxJobs || !spend(place.budget)) return;
  const variables = [...place.variables, ...variableEntries(at(node, 'variables'))];
  const inside = { ...place, variables, depth: place.depth + 1 };
  const gates: Gate[] = [...place.gates];
  for (const key of ['stages', 'jobs']) {
    for (const item of items(at(node, key)).slice(0, 200)) {
      const [name = ''] = texts(at(item, 'stage') ?? at(item, 'job') ?? at(item, 'deployment'));
      const names = name === '' ? place.names : [name, ...place.names];
      const template = templateOf(item, place);
      if (template !== undefined) {
        const root = rootOf(template);
        if (root !== undefined) visit({ ...inside, document: template, gates: [...gates] }, root);
      } else if (at(item, 'stage') !== undefined || key === 'stages') {
        visit({ ...inside, names, gates: [...gates] }, item);
        gates.push(...validationsIn(item));
      } else {
        addJob({ ...inside, names, gates: [...gates] }, item, name);
        gates.push(...validationsIn(item));
      }
    }
  }
  if (at(node, 'steps') !== undefined && at(node, 'jobs') === undefined) {
    addJob(inside, node, place.names[0] ?? 'pipeline');
  }
}

function addJob(place: Place, job: DataNode, name: string): void {
  const { document, triggers, branches, jobs } = place;
  const steps = ['runOnce', 'rolling', 'canary'].flatMap((strategy) =>
    ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'].flatMap((hook) =>
      items(at(job, 'strategy', strategy, hook, 'steps')),
    ),
  );
  const environment = at(job, 'environment');
  const [stage = ''] = texts(environment?.type === 'map' ? at(environment, 'name') : environment);
  const pool = texts(at(job, 'pool', 'name') ?? at(job, 'pool')).join('');
  const id = [...place.names].reverse().join('/') || name || 'pipeline';
  jobs.push(
    plainJob({
      product: 'azure-pipelines',
      id: jobs.some((other) => other.id === id && other.document === document)
        ? `${id}-${jobs.length}`
        : id,
      name: name === '' ? id : name,
      document,
      at: at(job, 'deployment')?.at ?? at(job, 'job')?.at ?? job.at,
      steps: [...items(at(job, 'steps')), ...steps].flatMap((step) => stepsOf(step, place, 0)),
      variables: [...place.variables, ...variableEntries(at(job, 'variables'))],
      triggers,
      gates: [...place.gates, ...environmentGate(environment, stage)],
      environments: stage === '' || /\$/.test(stage) ? [] : [stage],
      names: [...place.names, ...stageBranches(branches)],
      isThrowaway: pool === '' || /azure pipelines|ubuntu|windows|macos/i.test(pool),
      hasServices: at(job, 'services') !== undefined,
      remedy: `Make "${name || id}" a \`deployment\` to an environment with approvals, or put a job with the task \`ManualValidation@1\` before it (${document.file}).`,
    }),
  );
}

function stepsOf(step: DataNode, place: Place, depth: number): readonly JobStep[] {
  const { document } = place;
  const template = templateOf(step, place);
  if (template !== undefined) {
    if (depth > maxDepth || !spend(place.budget)) return [];
    const inside = { ...place, document: template };
    return items(at(rootOf(template), 'steps'))
      .slice(0, 200)
      .flatMap((one) => stepsOf(one, inside, depth + 4));
  }
  const inputs = at(step, 'inputs');
  const program =
    at(step, 'script') ?? at(step, 'bash') ?? at(inputs, 'inlineScript') ?? at(inputs, 'script');
  if (program === undefined) return taskSteps(step, place);
  const [folder = ''] = texts(at(step, 'workingDirectory') ?? at(inputs, 'workingDirectory'));
  return shellStep(document, [program], {
    folder: joinedFolder('', withoutRoot(folder)),
    variables: variableEntries(at(step, 'env')),
    isRemote: /^SSH@/.test(texts(at(step, 'task'))[0] ?? ''),
  });
}

/** `TerraformTaskV4@4`, or with its publisher and extension before it. */
function taskSteps(step: DataNode, { document, knowledge }: Place): readonly JobStep[] {
  const uses = at(step, 'task');
  if (uses?.type !== 'scalar') return [];
  const name = /([^.@]+)@[^@]*$/.exec(uses.text.slice(0, 300))?.[1] ?? '';
  const variables = variableEntries(at(step, 'env'));
  return ciActionSteps({ name, uses, inputs: at(step, 'inputs'), variables }, document, knowledge);
}

/** Templates are named from the file that uses them, or from the root. */
function templateOf(node: DataNode, { document, files }: Place): Document | undefined {
  const [path] = texts(at(node, 'template'));
  if (path === undefined || path.includes('@')) return undefined;
  const file = path.startsWith('/') ? path.slice(1) : joinedFolder(folderOf(document.file), path);
  return file === null ? undefined : files.get(file);
}

/** A step that waits for somebody; it holds nothing back where it goes on by itself after a while. */
function validationsIn(job: DataNode): readonly Gate[] {
  const found: Gate[] = [];
  const steps = [
    ...items(at(job, 'steps')),
    ...items(at(job, 'jobs')).flatMap((one) => items(at(one, 'steps'))),
  ];
  for (const step of steps) {
    const task = at(step, 'task');
    if (task === undefined || !/^ManualValidation@/.test(texts(task)[0] ?? '')) continue;
    if (texts(at(step, 'inputs', 'onTimeout'))[0] === 'resume') continue;
    found.push({
      name: 'the manual validation before it',
      strength: 'asks',
      confidence: 'high',
      because: 'somebody has to resume the run before it goes on',
      at: task.at,
    });
  }
  return found;
}

/** Approvals of an environment are settings of the project. */
function environmentGate(node: DataNode | undefined, name: string): readonly Gate[] {
  if (node === undefined || name === '') return [];
  return [
    {
      name: `the environment "${name}"`,
      strength: 'asks',
      confidence: 'low',
      because: `it waits for the checks of the environment "${name}", which are not visible here`,
      at: node.at,
    },
  ];
}

/** Without a trigger every push counts, and nothing of a pull request unless it is asked for. */
function triggersOf(root: DataNode): {
  readonly triggers: readonly Trigger[];
  readonly branches: readonly string[];
} {
  const trigger = at(root, 'trigger');
  const off = texts(trigger)[0] === 'none';
  const branches =
    trigger?.type === 'map'
      ? texts(at(trigger, 'branches', 'include') ?? at(trigger, 'branches'))
      : texts(trigger);
  const pull = at(root, 'pr');
  const triggers: Trigger[] = off ? [] : [...pushTriggers(branches)];
  if (pull !== undefined && texts(pull)[0] !== 'none') {
    triggers.push({ name: 'a pull request', startedBy: 'change-request' });
  }
  if (at(root, 'schedules') !== undefined)
    triggers.push({ name: 'a schedule', startedBy: 'schedule' });
  if (triggers.length === 0) triggers.push({ name: 'a manual run', startedBy: 'person' });
  return { triggers, branches: off ? [] : branches };
}
