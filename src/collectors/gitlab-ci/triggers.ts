import { at, type DataNode, items } from '../../model/document.ts';
import type { StartedBy, Trigger } from '../../model/fact.ts';
import { pushTriggers, startedByPush } from '../../recognize/pipeline/branch.ts';
import { texts } from '../../recognize/pipeline/plain-job.ts';
import { type GitlabPipeline, settingOf } from './pipeline.ts';

/** What sets a job off by itself, what needs a click, and the branches it names. */
export interface GitlabTriggers {
  readonly triggers: readonly Trigger[];
  /** Where the click is asked for. */
  readonly manual: DataNode | null;
  readonly branches: readonly string[];
}

const sources: Readonly<Record<string, { readonly name: string; readonly startedBy: StartedBy }>> =
  {
    merge_request_event: { name: 'a merge request', startedBy: 'change-request' },
    merge_requests: { name: 'a merge request', startedBy: 'change-request' },
    external_pull_request_event: { name: 'a pull request', startedBy: 'change-request' },
    schedule: { name: 'a schedule', startedBy: 'schedule' },
    schedules: { name: 'a schedule', startedBy: 'schedule' },
    web: { name: 'a manual run', startedBy: 'person' },
    api: { name: 'a call of the API', startedBy: 'person' },
    trigger: { name: 'a trigger token', startedBy: 'person' },
    triggers: { name: 'a trigger token', startedBy: 'person' },
    tags: { name: 'push of a tag', startedBy: 'release' },
    branches: { name: 'push to any branch', startedBy: 'any-push' },
    pushes: { name: 'push to any branch', startedBy: 'any-push' },
  };
const any: Trigger = { name: 'push to any branch', startedBy: 'any-push' };

/**
 * What sets a job off. Without rules that is every push.
 * @see https://docs.gitlab.com/ci/yaml/ (rules, only, when; read 2026-11-21)
 */
export function triggersOf(job: DataNode, pipeline: GitlabPipeline): GitlabTriggers {
  const when = settingOf(job, 'when', pipeline);
  const manual = texts(when)[0] === 'manual' && when !== undefined ? when : null;
  const rules = settingOf(job, 'rules', pipeline) ?? workflowRules(pipeline);
  if (rules !== undefined) return byRules(rules, manual);
  const only = settingOf(job, 'only', pipeline);
  if (only === undefined) return { triggers: [any], manual, branches: [] };
  const refs = only.type === 'map' ? texts(at(only, 'refs')) : texts(only);
  const branches = refs.filter((ref) => sources[ref] === undefined);
  const known = refs.flatMap((ref) => sources[ref] ?? []);
  const pushed = branches.length > 0 ? pushTriggers(branches) : [];
  const triggers = [...known, ...pushed];
  return { triggers: triggers.length > 0 ? triggers : [any], manual, branches };
}

function workflowRules({ roots }: GitlabPipeline): DataNode | undefined {
  return roots.map((root) => at(root, 'workflow', 'rules')).find((rules) => rules !== undefined);
}

function byRules(rules: DataNode, manual: DataNode | null): GitlabTriggers {
  const automatic: Trigger[] = [];
  const branches: string[] = [];
  let click = manual;
  for (const rule of items(rules)) {
    const when = at(rule, 'when');
    const word = texts(when)[0] ?? '';
    if (word === 'never') continue;
    if (word === 'manual' && when !== undefined) {
      click = when;
      continue;
    }
    const condition = texts(at(rule, 'if'))[0] ?? '';
    automatic.push(...triggersIn(condition, branches));
  }
  // Where only some ways need a click, the others do without.
  return { triggers: automatic, manual: automatic.length > 0 ? manual : click, branches };
}

/** What a condition of a rule lets through. */
function triggersIn(condition: string, branches: string[]): readonly Trigger[] {
  const found: Trigger[] = [];
  const source = /\$CI_PIPELINE_SOURCE\s*==\s*["'](\w+)["']/g;
  for (const match of condition.matchAll(source)) {
    const known = sources[match[1] ?? ''];
    if (known !== undefined) found.push(known);
  }
  if (/\$CI_COMMIT_(?:BRANCH|REF_NAME)\s*==\s*\$CI_DEFAULT_BRANCH/.test(condition)) {
    found.push({ name: 'push to the default branch', startedBy: 'merge' });
  }
  const branch = /\$CI_COMMIT_(?:BRANCH|REF_NAME)\s*(?:==|=~)\s*["'/]\^?([^"'\s]{1,100}?)\$?["'/]/g;
  for (const [, name = ''] of condition.matchAll(branch)) {
    branches.push(name);
    found.push({ name: `push to ${name}`, startedBy: startedByPush(name) });
  }
  if (/\$CI_COMMIT_TAG\b/.test(condition) && !/\$CI_COMMIT_TAG\s*==\s*null/.test(condition)) {
    found.push({ name: 'push of a tag', startedBy: 'release' });
  }
  if (/\$CI_MERGE_REQUEST_I?ID\b/.test(condition)) {
    found.push({ name: 'a merge request', startedBy: 'change-request' });
  }
  return found.length > 0 ? found : [any];
}
