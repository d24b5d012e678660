import { at, type DataNode, entries, items } from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';

/** Containers that one object runs together. */
export interface ClusterJob {
  readonly product: string;
  /** What it is called within its object; `''` for the object itself. */
  readonly part: string;
  readonly containers: readonly DataNode[];
  readonly triggers: readonly Trigger[];
  /** A step that waits until somebody resumes it. */
  readonly pause: DataNode | null;
}

const clock: readonly Trigger[] = [{ name: 'a schedule', startedBy: 'schedule' }];
const anybody: readonly Trigger[] = [{ name: 'whatever starts it', startedBy: 'unknown' }];
const maxJobs = 100;

/** What an object of a cluster starts; empty for every other kind. */
export function jobsOf(object: DataNode): readonly ClusterJob[] {
  const version = textOf(at(object, 'apiVersion'));
  const kind = textOf(at(object, 'kind'));
  const spec = at(object, 'spec');
  if (textOf(at(spec, 'suspend')) === 'true') return [];
  if (version.startsWith('batch/') && kind === 'CronJob') {
    const pod = at(spec, 'jobTemplate', 'spec', 'template', 'spec');
    const containers = ['initContainers', 'containers'].flatMap((key) => items(at(pod, key)));
    return [{ product: 'kubernetes', part: '', containers, triggers: clock, pause: null }];
  }
  if (version.startsWith('argoproj.io/')) return argoJobs(kind, spec);
  return version.startsWith('tekton.dev/') ? tektonJobs(kind, spec) : [];
}

/**
 * A workflow of Argo: each of its templates runs one container, a script, or several at once.
 * @see https://argo-workflows.readthedocs.io/en/latest/fields/ (read 2026-11-21)
 */
function argoJobs(kind: string, spec: DataNode | undefined): readonly ClusterJob[] {
  const isClock = kind === 'CronWorkflow';
  if (!isClock && !/^(?:Cluster)?Workflow(?:Template)?$/.test(kind)) return [];
  const templates = items(at(spec, ...(isClock ? ['workflowSpec'] : []), 'templates'));
  const pause = templates.find((template) => at(template, 'suspend') !== undefined) ?? null;
  return templates.slice(0, maxJobs).flatMap((template) => {
    const containers = [
      at(template, 'script'),
      at(template, 'container'),
      ...items(at(template, 'containerSet', 'containers')),
    ].filter((node) => node !== undefined);
    const part = textOf(at(template, 'name'));
    const triggers = isClock ? clock : anybody;
    return containers.length === 0 ? [] : [{ product: 'argo', part, containers, triggers, pause }];
  });
}

/**
 * A task of Tekton, its run, and the tasks that a pipeline writes out itself.
 * @see https://tekton.dev/docs/pipelines/tasks/ (read 2026-11-21)
 */
function tektonJobs(kind: string, spec: DataNode | undefined): readonly ClusterJob[] {
  if (!/^(?:Cluster)?Task(?:Run)?$|^Pipeline(?:Run)?$/.test(kind)) return [];
  const owner =
    at(spec, kind.endsWith('Run') ? `${kind.slice(0, -3).toLowerCase()}Spec` : '') ?? spec;
  const tasks = ['tasks', 'finally'].flatMap((key) => items(at(owner, key)));
  const written = [
    { part: '', task: owner },
    ...tasks.slice(0, maxJobs).map((task) => ({
      part: textOf(at(task, 'name')),
      task: at(task, 'taskSpec'),
    })),
  ];
  return written.flatMap(({ part, task }) => {
    const containers = items(at(task, 'steps'));
    return containers.length === 0
      ? []
      : [{ product: 'tekton', part, containers, triggers: anybody, pause: null }];
  });
}

/** Text of a scalar, `''` for anything else. */
export function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

/** Where an object says what it is called, else where it begins. */
export function nameOf(object: DataNode): { readonly name: string; readonly node: DataNode } {
  const node = at(object, 'metadata', 'name') ?? at(object, 'metadata', 'generateName');
  const name = textOf(node);
  return node === undefined || name === ''
    ? { name: 'unnamed', node: entries(object)[0]?.value ?? object }
    : { name, node };
}
