import { at, type DataNode, entries } from '../../model/document.ts';
import type { Gate } from '../../recognize/pipeline/job.ts';
import { stepsOf, textOf } from '../../recognize/workflow/step.ts';
import { type JobPlace, neededBy, sourceOf } from './place.ts';

const approvalAction = /(?:^|\/)(?:manual-approval|wait-for-approval|approval)(?:-action)?$/;
/** An input whose text a person has to type. */
const typed =
  /(?:inputs\.[\w-]*(?:confirm|type_|approve|acknowledge|i_understand)[\w-]*|inputs\[['"][\w-]*confirm)/i;
const maxNeeds = 6;

/** What stands before a job: its environment, a question that its inputs ask, and the same of the jobs it waits for. */
export function gatesOf(place: JobPlace, environment: string): readonly Gate[] {
  const own = environmentGate(place.entry.value, environment);
  const seen = new Set<string>();
  return [
    ...own,
    ...askedBy(place, place.entry.key, place.entry.value),
    ...before(place, place.entry.value, seen, 0),
  ];
}

function before(place: JobPlace, job: DataNode, seen: Set<string>, depth: number): readonly Gate[] {
  if (depth > maxNeeds) return [];
  return neededBy(job).flatMap((name) => {
    const needed = at(place.root, 'jobs', name);
    if (needed === undefined || seen.has(name)) return [];
    seen.add(name);
    const environment = at(needed, 'environment');
    const named = textOf(environment?.type === 'map' ? at(environment, 'name') : environment);
    return [
      ...environmentGate(needed, named),
      ...askedBy(place, name, needed),
      ...before(place, needed, seen, depth + 1),
    ];
  });
}

/**
 * An environment holds the job back only where it has rules, which are settings of the repository: one that nobody has made is made without any.
 * @see https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments (read 2026-11-21)
 */
function environmentGate(job: DataNode, name: string): readonly Gate[] {
  const node = at(job, 'environment');
  if (node === undefined || name === '') return [];
  return [
    {
      name: `the environment "${name}"`,
      strength: 'asks',
      confidence: 'low',
      because: `it waits for the rules of the environment "${name}", whose reviewers are not visible here`,
      at: node.at,
    },
  ];
}

/** An approval action, or an input that has to be typed and is looked at. */
function askedBy(place: JobPlace, id: string, job: DataNode): readonly Gate[] {
  const approval = stepsOf(job).find(
    (step) => step.type === 'action' && approvalAction.test(step.name),
  );
  if (approval?.type === 'action') {
    return [
      {
        name: `the approval in the job "${id}"`,
        strength: 'asks',
        confidence: 'high',
        because: 'somebody has to approve in an issue before it goes on',
        at: approval.uses.at,
      },
    ];
  }
  const condition = at(job, 'if');
  const isTyped = typed.test(sourceOf(place.document, job));
  const literal = /inputs\.[\w-]+\s*==\s*'(?!true'|false'|yes'|no')[^']{3,}'/.exec(
    textOf(condition),
  );
  const isChoice = literal !== null && isOffered(place.root, literal[0]);
  if (!isTyped && (literal === null || isChoice)) return [];
  return [
    {
      name: `the typed confirmation of the job "${id}"`,
      strength: 'asks',
      confidence: 'medium',
      because: 'it goes on only after somebody has typed what an input asks for',
      at: condition?.at ?? job.at,
    },
  ];
}

/** A value that the form itself offers is picked, not typed. */
function isOffered(root: DataNode, comparison: string): boolean {
  const name = /inputs\.([\w-]+)/.exec(comparison)?.[1] ?? '';
  const input = at(root, 'on', 'workflow_dispatch', 'inputs', name);
  return (
    entries(input).some(({ key }) => key === 'options') || textOf(at(input, 'type')) === 'boolean'
  );
}
