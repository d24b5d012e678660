import { at, type DataNode, items } from '../../model/document.ts';
import type { StartedBy, Trigger } from '../../model/fact.ts';
import { startedByPush } from '../../recognize/pipeline/branch.ts';
import { type WorkflowEvent, wordsOf } from '../../recognize/workflow/event.ts';
import { textOf } from '../../recognize/workflow/step.ts';
import { conditionHolds, type Known } from './condition.ts';

/** One way in which a workflow can be set off, with what expressions see then. */
export interface Case {
  readonly trigger: Trigger;
  /** Values of names such as `github.ref`. A part that only a run knows ends in `*`. */
  readonly context: ReadonlyMap<string, Known>;
  /** Branches that it runs for, as they are written. */
  readonly branches: readonly string[];
  /** It is one of the pushes to any branch, and worth a word only where those are left out. */
  readonly isPartOfAny?: boolean;
}

/** Branches of a repository that takes pushes to any: these, whose pushes are what a merge makes, and every other one. */
const usualBranches = ['main', 'master', 'develop', 'staging', 'production', 'prod', 'release'];
const otherBranch = 'refs/heads/a-topic';
/** What only people with some rights can do to an issue or pull request. */
const maintainerActs = new Set([
  'labeled',
  'unlabeled',
  'assigned',
  'milestoned',
  'pinned',
  'locked',
  'transferred',
]);
/** A condition that looks at who pulled the trigger. */
const looksAtActor =
  /author_association|github\.actor\b|triggering_actor|\.login\b|sender\.|collaborator|permission/i;
const simple: Readonly<Record<string, StartedBy>> = {
  schedule: 'schedule',
  workflow_dispatch: 'person',
  repository_dispatch: 'person',
  merge_group: 'merge',
  release: 'release',
  create: 'release',
  deployment: 'release',
  deployment_status: 'release',
  page_build: 'merge',
  pull_request_review: 'change-request',
  pull_request_review_comment: 'change-request',
};
const outsiders = new Set([
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
]);

/** Every way in which the events of a workflow can set it off. */
export function casesOf(event: WorkflowEvent): readonly Case[] {
  switch (event.name) {
    case 'push':
      return pushes(event);
    case 'pull_request':
      return proposals(event, 'change-request');
    case 'pull_request_target':
      return proposals(event, 'outsider');
    case 'workflow_run':
      return [afterAnother(event)];
    case 'workflow_call':
      return [];
    default:
      return [other(event)];
  }
}

function other(event: WorkflowEvent): Case {
  const { name, types } = event;
  const isOfMaintainers = types.length > 0 && types.every((type) => maintainerActs.has(type));
  const startedBy = outsiders.has(name)
    ? isOfMaintainers
      ? 'person'
      : 'outsider'
    : (simple[name] ?? 'unknown');
  const shown =
    name === 'workflow_dispatch' ? 'a manual run' : name === 'schedule' ? 'a schedule' : name;
  return made(shown, startedBy, name, [
    ['github.ref', name === 'schedule' ? 'refs/heads/main' : undefined],
    // The clock sends no ref of its own.
    ['github.event.ref', name === 'schedule' ? '' : undefined],
  ]);
}

function pushes({ settings }: WorkflowEvent): readonly Case[] {
  const branches = wordsOf(at(settings, 'branches'));
  const tags = [...wordsOf(at(settings, 'tags')), ...wordsOf(at(settings, 'tags-ignore'))];
  const ignored = wordsOf(at(settings, 'branches-ignore'));
  const found: Case[] = [];
  if (branches.length > 0) found.push(...branches.flatMap(branchPush));
  else if (tags.length === 0 || ignored.length > 0) found.push(...anyBranch(ignored));
  const hasTags = tags.length > 0 || (branches.length === 0 && ignored.length === 0);
  if (hasTags) found.push(tagPush());
  return found;
}

function branchPush(pattern: string): readonly Case[] {
  if (pattern.startsWith('!')) return [];
  const star = pattern.search(/[*?[+]/);
  if (star === 0) return anyBranch([]);
  const name = star < 0 ? pattern : `${pattern.slice(0, star)}*`;
  const startedBy = startedByPush(pattern);
  return [refPush(`push to ${pattern}`, startedBy, `refs/heads/${name}`, [pattern])];
}

function anyBranch(ignored: readonly string[]): readonly Case[] {
  const usual = usualBranches
    .filter((name) => !ignored.includes(name))
    .map((name) => ({
      ...refPush(`push to ${name}`, 'merge', `refs/heads/${name}`, [name]),
      isPartOfAny: true,
    }));
  return [refPush('push to any branch', 'any-push', otherBranch, []), ...usual];
}

function tagPush(): Case {
  return refPush('push of a tag', 'release', 'refs/tags/*', []);
}

function refPush(
  name: string,
  startedBy: StartedBy,
  ref: string,
  branches: readonly string[],
): Case {
  const short = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const type = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  const context: readonly (readonly [string, Known])[] = [
    ['github.ref', ref],
    ['github.ref_name', short],
    ['github.ref_type', type],
    ['github.base_ref', ''],
    ['github.head_ref', ''],
    ['github.event.ref', ref],
  ];
  return made(name, startedBy, 'push', context, branches);
}

function proposals(event: WorkflowEvent, startedBy: StartedBy): readonly Case[] {
  const { name, types, settings } = event;
  const branches = wordsOf(at(settings, 'branches'));
  const base = branches.length === 1 && !/[*?!]/.test(branches[0] ?? '') ? branches[0] : undefined;
  const context = (merged: Known, action: Known): readonly (readonly [string, Known])[] => [
    ['github.ref', 'refs/pull/*'],
    ['github.ref_name', undefined],
    ['github.base_ref', base],
    // Only a push and a manual run send one; a name that an event does not send is empty.
    ['github.event.ref', ''],
    ['github.event.pull_request.base.ref', base],
    ['github.event.pull_request.merged', merged],
    ['github.event.action', action],
  ];
  const isOfMaintainers = types.length > 0 && types.every((type) => maintainerActs.has(type));
  const found: Case[] = [];
  if (types.length === 0 || types.some((type) => type !== 'closed')) {
    const action = types.length === 1 ? types[0] : undefined;
    const by = isOfMaintainers ? 'person' : startedBy;
    found.push(made(name, by, name, context(false, action)));
  }
  if (types.includes('closed')) {
    found.push(made('a merged pull request', 'merge', name, context(true, 'closed'), branches));
    found.push(made('a closed pull request', 'change-request', name, context(false, 'closed')));
  }
  return found;
}

/** Runs on the default branch after another workflow, whose branch may be anybody's unless it is named. */
function afterAnother({ settings }: WorkflowEvent): Case {
  const branches = wordsOf(at(settings, 'branches'));
  const isMerge = branches.length > 0 && branches.every((name) => startedByPush(name) === 'merge');
  const shown = 'the end of another workflow';
  return made(shown, isMerge ? 'merge' : 'unknown', 'workflow_run', [], branches);
}

function made(
  name: string,
  startedBy: StartedBy,
  event: string,
  context: readonly (readonly [string, Known])[],
  branches: readonly string[] = [],
): Case {
  return {
    trigger: { name, startedBy },
    context: new Map([['github.event_name', event], ...context]),
    branches,
  };
}

/** The cases in which a condition can hold. One that looks at who is there leaves outsiders out. */
export function casesUnder(
  cases: readonly Case[],
  condition: string,
  resolve: (name: string) => Known,
): readonly Case[] {
  if (condition.trim() === '') return cases;
  const asks = looksAtActor.test(condition);
  return cases
    .filter((one) => {
      const seen = (name: string): Known => {
        if (one.context.has(name)) return one.context.get(name);
        // Inputs are there in manual runs only, and the event's own words in runs of that event.
        if (/^(?:github\.event\.)?inputs\./.test(name) && isWithoutInputs(one)) return '';
        if (/^github\.event\.(?:comment|issue)\b/.test(name) && isPush(one)) return '';
        return resolve(name);
      };
      return conditionHolds(condition, seen) !== false;
    })
    .map((one) =>
      asks && one.trigger.startedBy === 'outsider'
        ? { ...one, trigger: { ...one.trigger, startedBy: 'person' } }
        : one,
    );
}

function isPush(one: Case): boolean {
  return one.context.get('github.event_name') === 'push';
}

function isWithoutInputs(one: Case): boolean {
  const event = one.context.get('github.event_name');
  return event === 'push' || event === 'schedule' || event === 'pull_request';
}

/** Values of a manual input that the form offers. */
export function optionsOf(input: DataNode | undefined): readonly string[] {
  const options = items(at(input, 'options')).map(textOf);
  const given = textOf(at(input, 'default'));
  return options.length > 0 ? options : given === '' ? [] : [given];
}
