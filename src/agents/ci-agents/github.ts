import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { type Job, type Step, textOf } from './job.ts';

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
        steps: items(at(job.value, 'steps')).flatMap(stepOf),
        variables: [...entries(at(root, 'env')), ...entries(at(job.value, 'env'))],
        openTrigger: isGuarded(root, job, condition) ? null : openTrigger(root, condition),
        writes: writesOf(at(job.value, 'permissions') ?? at(root, 'permissions')),
        runsOnWindows: /windows/i.test(sourceOf(document, at(job.value, 'runs-on'))),
      },
    ];
  });
}

function stepOf(node: DataNode): readonly Step[] {
  if (isNever(at(node, 'if'))) return [];
  const condition = textOf(at(node, 'if'));
  const variables = entries(at(node, 'env'));
  const uses = at(node, 'uses');
  if (uses?.type === 'scalar') {
    const [name = '', version = ''] = uses.text.trim().split('@');
    const inputs = at(node, 'with');
    return [
      { type: 'action', name: name.toLowerCase(), version, uses, inputs, condition, variables },
    ];
  }
  const program = at(node, 'run');
  if (program?.type !== 'scalar') return [];
  return [{ type: 'program', program, condition, variables }];
}

/** `if: false`, also written as an expression. */
function isNever(node: DataNode | undefined): boolean {
  return /^(?:\$\{\{)?\s*false\s*(?:\}\})?$/.test(textOf(node).trim());
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
  const found = triggersOf(at(root, 'on')).filter(
    ({ name, types }) =>
      openTriggers.includes(name) &&
      (types.length === 0 || types.some((type) => !maintainerActs.has(type))),
  );
  // A job that names its events runs on no others.
  const named = openTriggers.filter((name) => condition.includes(`'${name}'`));
  const isNamed = /github\.event_name\s*==/.test(condition);
  return found.find(({ name }) => !isNamed || named.includes(name)) ?? null;
}

interface Trigger {
  readonly name: string;
  readonly at: SourceRange;
  readonly types: readonly string[];
}

/** `on` as a word, a list or a map. */
function triggersOf(node: DataNode | undefined): readonly Trigger[] {
  if (node?.type === 'scalar') return [{ name: node.text, at: node.at, types: [] }];
  if (node?.type === 'list') {
    return node.items.map((item) => ({ name: textOf(item), at: item.at, types: [] }));
  }
  return entries(node).map(({ key, keyAt, value }) => {
    const types = at(value, 'types');
    return {
      name: key,
      at: keyAt,
      types: types?.type === 'list' ? types.items.map(textOf) : [textOf(types)].filter(Boolean),
    };
  });
}

/** Rights with which code, packages or deployments can be changed. Silence leaves it to a setting of the repository. */
function writesOf(
  node: DataNode | undefined,
): { readonly name: string; readonly at: SourceRange } | null {
  if (node?.type === 'scalar') {
    return node.text === 'write-all' ? { name: 'permissions: write-all', at: node.at } : null;
  }
  for (const name of ['contents', 'actions', 'packages', 'deployments']) {
    const right = entry(node, name);
    if (textOf(right?.value) === 'write' && right !== undefined) {
      return { name: `${name}: write`, at: right.keyAt };
    }
  }
  return null;
}
