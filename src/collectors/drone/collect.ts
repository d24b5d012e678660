import { at, type DataEntry, type DataNode, type Document, entries } from '../../model/document.ts';
import type { StartedBy, Trigger } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { pushTriggers, stageBranches } from '../../recognize/pipeline/branch.ts';
import type { PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts, variableEntries } from '../../recognize/pipeline/plain-job.ts';

/** Facts about every step of every pipeline of a file. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    (document.shape === 'data' ? document.roots : []).flatMap((root, index) =>
      stepsOf(root).flatMap((step) => pipelineFacts(jobOf(document, root, index, step), knowledge)),
    ),
  );

interface Step {
  readonly name: string;
  readonly value: DataNode;
  readonly at: DataNode['at'];
}

/** A list of steps with names, or a map of them. */
function stepsOf(root: DataNode): readonly Step[] {
  const steps = at(root, 'steps') ?? at(root, 'pipeline');
  if (steps?.type === 'list') {
    return steps.items.map((value, index) => {
      const name = at(value, 'name');
      return { name: texts(name)[0] ?? `step ${index + 1}`, value, at: name?.at ?? value.at };
    });
  }
  return entries(steps).map(({ key, keyAt, value }: DataEntry) => ({
    name: key,
    value,
    at: keyAt,
  }));
}

function jobOf(document: Document, root: DataNode, index: number, step: Step): PipelineJob {
  const when = at(step.value, 'when') ?? at(root, 'trigger') ?? at(root, 'when');
  const pipeline = texts(at(root, 'name'))[0] ?? `${index + 1}`;
  const branches = settings(when, 'branch');
  const targets = settings(when, 'target');
  return plainJob({
    product: 'drone',
    id: `${pipeline}/${step.name}`,
    name: step.name,
    document,
    at: step.at,
    steps: shellStep(
      document,
      [at(step.value, 'commands')].flatMap((node) => node ?? []),
    ),
    variables: [
      ...variableEntries(at(root, 'environment')),
      ...variableEntries(at(step.value, 'environment')),
    ],
    triggers: triggersOf(settings(when, 'event'), branches),
    environments: targets,
    names: [
      step.name,
      pipeline,
      baseName(document.file).replace(/\.ya?ml$/, ''),
      ...stageBranches(branches),
    ],
    isThrowaway: texts(at(root, 'type'))[0] !== 'exec',
    hasServices: at(root, 'services') !== undefined,
    remedy: `Run "${step.name}" on the event \`promote\` or \`deployment\` only (${document.file}), and let only some people promote.`,
  });
}

/** `when` is a map, a list of maps, or holds `include` lists. */
function settings(when: DataNode | undefined, key: string): readonly string[] {
  if (when?.type === 'list') return when.items.flatMap((item) => settings(item, key));
  const value = at(when, key);
  return value?.type === 'map' ? texts(at(value, 'include')) : texts(value);
}

const events: Readonly<Record<string, { readonly name: string; readonly startedBy: StartedBy }>> = {
  pull_request: { name: 'a pull request', startedBy: 'change-request' },
  tag: { name: 'push of a tag', startedBy: 'release' },
  release: { name: 'a release', startedBy: 'release' },
  cron: { name: 'a schedule', startedBy: 'schedule' },
  promote: { name: 'a promotion', startedBy: 'person' },
  deployment: { name: 'a deployment', startedBy: 'person' },
  rollback: { name: 'a rollback', startedBy: 'person' },
  custom: { name: 'a manual run', startedBy: 'person' },
  manual: { name: 'a manual run', startedBy: 'person' },
};

/** Without any event both pushes and pull requests count. */
function triggersOf(given: readonly string[], branches: readonly string[]): readonly Trigger[] {
  const known = given.flatMap((event) => events[event] ?? []);
  const isPushed = given.length === 0 || given.includes('push');
  const pushed = isPushed ? pushTriggers(branches) : [];
  const proposed: readonly Trigger[] =
    given.length === 0 ? [{ name: 'a pull request', startedBy: 'change-request' }] : [];
  return [...known, ...pushed, ...proposed];
}
