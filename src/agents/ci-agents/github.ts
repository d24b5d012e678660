import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  items,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { eventsOf } from '../../recognize/workflow/event.ts';
import { jobRights } from '../../recognize/workflow/job-token.ts';
import { isNever, stepsOf, textOf } from '../../recognize/workflow/step.ts';
import type { Job } from './job.ts';

/** What only people with some rights can do to an issue or pull request. */
const maintainerActs = new Set(
  'labeled unlabeled assigned unassigned milestoned demilestoned pinned unpinned locked unlocked transferred'.split(
    ' ',
  ),
);
/**
 * Triggers of people without write access in whose runs secrets are handed out. `pull_request` is none: a fork's run gets no secrets.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const openTriggers = [
  ...['issue_comment', 'issues', 'pull_request_target', 'discussion', 'discussion_comment'],
];
/** Conditions that look at who pulled the trigger. */
const looksAtActor =
  /author_association|github\.actor\b|triggering_actor|\.login\b|sender\.|collaborator|permission|authoriz/i;

/** Jobs of a GitHub workflow that can run. */
export function githubJobs(document: DataDocument): readonly Job[] {
  const [root] = document.roots;
  return entries(at(root, 'jobs')).flatMap((job) => {
    if (job.value.type !== 'map' || isNever(at(job.value, 'if'))) return [];
    const condition = textOf(at(job.value, 'if'));
    return [
      {
        id: job.key,
        document,
        steps: stepsOf(job.value),
        variables: [...entries(at(root, 'env')), ...entries(at(job.value, 'env'))],
        openTrigger: isGuarded(root, job, condition) ? null : openTrigger(root, condition),
        rights: jobRights(at(job.value, 'permissions') ?? at(root, 'permissions')),
        runsOnWindows: /windows/i.test(sourceOf(document, at(job.value, 'runs-on'))),
      },
    ];
  });
}

function sourceOf(document: DataDocument, node: DataNode | undefined): string {
  return node === undefined ? '' : document.text.slice(node.at.start, node.at.end);
}

/** The job's own condition, or a job it waits for, looks at who pulled the trigger. */
function isGuarded(root: DataNode | undefined, job: DataEntry, condition: string): boolean {
  if (looksAtActor.test(condition)) return true;
  const needs = at(job.value, 'needs');
  const names = needs?.type === 'list' ? needs.items.map(textOf) : [textOf(needs)];
  return names.some((name) => {
    const needed = at(root, 'jobs', name);
    if (looksAtActor.test(textOf(at(needed, 'if')))) return true;
    return items(at(needed, 'steps')).some((step) =>
      entries(step).some(
        ({ key, value }) =>
          looksAtActor.test(textOf(value)) ||
          (key === 'with' &&
            entries(value).some((input) => looksAtActor.test(textOf(input.value)))),
      ),
    );
  });
}

function openTrigger(
  root: DataNode | undefined,
  condition: string,
): { readonly name: string; readonly at: SourceRange } | null {
  const found = eventsOf(at(root, 'on')).filter(
    ({ name, types }) =>
      openTriggers.includes(name) &&
      (types.length === 0 || types.some((type) => !maintainerActs.has(type))),
  );
  // A job that names its events runs on no others.
  const named = openTriggers.filter((name) => condition.includes(`'${name}'`));
  const isNamed = /github\.event_name\s*==/.test(condition);
  return found.find(({ name }) => !isNamed || named.includes(name)) ?? null;
}
