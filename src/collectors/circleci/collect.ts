import {
  at,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  items,
} from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { pushTriggers, stageBranches } from '../../recognize/pipeline/branch.ts';
import { type Budget, fullBudget, spend } from '../../recognize/pipeline/budget.ts';
import { joinedFolder } from '../../recognize/pipeline/folder.ts';
import type { Gate, JobStep, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts, variableEntries } from '../../recognize/pipeline/plain-job.ts';

/** Facts about each job as each workflow uses it. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    return entries(at(root, 'workflows')).flatMap((workflow) =>
      items(at(workflow.value, 'jobs')).flatMap((item) => {
        const job = root === undefined ? null : jobOf(document, root, workflow, item);
        return job === null ? [] : pipelineFacts(job, knowledge);
      }),
    );
  });

/** A use of a job: its name alone, or its name with settings. */
interface Use {
  readonly name: string;
  readonly settings: DataNode | undefined;
}

function useOf(item: DataNode): Use | null {
  if (item.type === 'scalar') return { name: item.text, settings: undefined };
  const [entry] = entries(item);
  return entry === undefined ? null : { name: entry.key, settings: entry.value };
}

function jobOf(
  document: Document,
  root: DataNode,
  workflow: DataEntry,
  item: DataNode,
): PipelineJob | null {
  const use = useOf(item);
  const entry = entries(at(root, 'jobs')).findLast(({ key }) => key === use?.name);
  if (use === null || entry === undefined) return null;
  const job = entry.value;
  const branches = texts(at(use.settings, 'filters', 'branches', 'only'));
  const alias = texts(at(use.settings, 'name'))[0] ?? use.name;
  return plainJob({
    product: 'circleci',
    id: `${workflow.key}/${alias}`,
    name: alias,
    document,
    at: entry.keyAt,
    steps: stepsOf(document, root, at(job, 'steps'), folderOf(job), fullBudget()),
    variables: variableEntries(at(job, 'environment')),
    triggers: triggersOf(workflow.value, use, branches),
    gates: approvalsBefore(use, items(at(workflow.value, 'jobs')), new Set()),
    names: [alias, ...texts(at(use.settings, 'context')), workflow.key, ...stageBranches(branches)],
    isThrowaway: !/self-hosted|\//.test(texts(at(job, 'resource_class')).join('')),
    hasServices: items(at(job, 'docker')).length > 1,
    uses: entries(at(root, 'orbs')).map(({ key }) => key),
    remedy: `Put a job of \`type: approval\` before "${alias}" in the workflow "${workflow.key}" (${document.file}), and name it in \`requires\`.`,
  });
}

function folderOf(node: DataNode): string | null {
  const [folder = ''] = texts(at(node, 'working_directory'));
  // The folder of a job is where the repository is checked out, unless it lies inside.
  return folder.startsWith('~') || folder === '' ? '' : joinedFolder('', folder);
}

const maxDepth = 12;

function stepsOf(
  document: Document,
  root: DataNode,
  node: DataNode | undefined,
  folder: string | null,
  budget: Budget,
  depth = 0,
): readonly JobStep[] {
  if (depth > maxDepth || !spend(budget)) return [];
  return items(node)
    .slice(0, 200)
    .flatMap((step): readonly JobStep[] => {
      const [entry] = entries(step);
      const name = step.type === 'scalar' ? step.text : (entry?.key ?? '');
      if (name === 'run' && entry !== undefined) return runStep(document, entry.value, folder);
      if (name === 'when' || name === 'unless') {
        return stepsOf(document, root, at(entry?.value, 'steps'), folder, budget, depth + 1);
      }
      const command = at(root, 'commands', name);
      return stepsOf(document, root, at(command, 'steps'), folder, budget, depth + 1);
    });
}

function runStep(document: Document, node: DataNode, folder: string | null): readonly JobStep[] {
  const program = node.type === 'scalar' ? node : at(node, 'command');
  if (program === undefined) return [];
  const [own] = texts(at(node, 'working_directory'));
  return shellStep(document, [program], {
    folder: own === undefined ? folder : joinedFolder('', own),
    variables: variableEntries(at(node, 'environment')),
  });
}

function triggersOf(workflow: DataNode, use: Use, branches: readonly string[]): readonly Trigger[] {
  const isScheduled = items(at(workflow, 'triggers')).some((trigger) => at(trigger, 'schedule'));
  if (isScheduled) return [{ name: 'a schedule', startedBy: 'schedule' }];
  const tags = at(use.settings, 'filters', 'tags', 'only');
  const release: Trigger = { name: 'push of a tag', startedBy: 'release' };
  const ignored = texts(at(use.settings, 'filters', 'branches', 'ignore'));
  const noBranch = ignored.some((pattern) => pattern === '/.*/');
  if (tags !== undefined && noBranch) return [release];
  return [...pushTriggers(branches), ...(tags === undefined ? [] : [release])];
}

/** Approvals that a job waits for, at any distance. */
function approvalsBefore(use: Use, all: readonly DataNode[], seen: Set<string>): readonly Gate[] {
  return texts(at(use.settings, 'requires')).flatMap((name): readonly Gate[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    const item = all.find((one) => {
      const other = useOf(one);
      return other?.name === name || texts(at(other?.settings, 'name'))[0] === name;
    });
    const needed = item === undefined ? null : useOf(item);
    if (needed === null || item === undefined) return [];
    const before = approvalsBefore(needed, all, seen);
    if (texts(at(needed.settings, 'type'))[0] !== 'approval') return before;
    const gate: Gate = {
      name: `the approval "${name}"`,
      strength: 'asks',
      confidence: 'high',
      because: 'somebody has to approve before it goes on',
      at: item.at,
    };
    return [gate, ...before];
  });
}
