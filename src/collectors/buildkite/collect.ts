import { at, type DataNode, type Document, items } from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { pushTriggers, stageBranches } from '../../recognize/pipeline/branch.ts';
import type { Gate, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts, variableEntries } from '../../recognize/pipeline/plain-job.ts';

/** Facts about every command step; a block holds back all that comes after it, an input nothing. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    return jobsOf(document, root).flatMap((job) => pipelineFacts(job, knowledge));
  });

const maxDepth = 3;

/** Steps in their order, those of groups in place. */
function stepsIn(node: DataNode | undefined, depth = 0): readonly DataNode[] {
  if (depth > maxDepth) return [];
  return items(node?.type === 'list' ? node : at(node, 'steps')).flatMap((step) =>
    at(step, 'steps') === undefined ? [step] : stepsIn(step, depth + 1),
  );
}

function jobsOf(document: Document, root: DataNode | undefined): readonly PipelineJob[] {
  const gates: Gate[] = [];
  const jobs: PipelineJob[] = [];
  for (const [index, step] of stepsIn(root).entries()) {
    const block = at(step, 'block');
    if (block !== undefined) gates.push(blockGate(block));
    const lines = at(step, 'command') ?? at(step, 'commands');
    if (lines === undefined) continue;
    const [label = `step ${index + 1}`] = texts(at(step, 'label') ?? at(step, 'name'));
    const branches = (texts(at(step, 'branches'))[0] ?? '').split(/\s+/).filter(Boolean);
    const named = [...branches, ...namedBranches(texts(at(step, 'if'))[0] ?? '')];
    jobs.push(
      plainJob({
        product: 'buildkite',
        id: texts(at(step, 'key'))[0] ?? String(index + 1),
        name: label,
        document,
        at: at(step, 'label')?.at ?? step.at,
        steps: shellStep(document, [lines]),
        variables: [...variableEntries(at(root, 'env')), ...variableEntries(at(step, 'env'))],
        triggers: triggersOf(named, texts(at(step, 'if'))[0] ?? ''),
        gates: [...gates],
        names: [label, baseName(document.file).replace(/\.ya?ml$/, ''), ...stageBranches(named)],
        remedy: `Put a \`block:\` step before "${label}" (${document.file}), and name the teams that may unblock it.`,
      }),
    );
  }
  return jobs;
}

function blockGate(block: DataNode): Gate {
  const [label = 'block'] = texts(block);
  return {
    name: `the block "${label}"`,
    strength: 'asks',
    confidence: 'high',
    because: 'somebody has to unblock it before it goes on',
    at: block.at,
  };
}

function namedBranches(condition: string): readonly string[] {
  return [...condition.matchAll(/build\.branch\s*==\s*["']([^"']{1,100})["']/g)].map(
    ([, name = '']) => name,
  );
}

function triggersOf(branches: readonly string[], condition: string): readonly Trigger[] {
  if (/build\.source\s*==\s*["']schedule/.test(condition)) {
    return [{ name: 'a schedule', startedBy: 'schedule' }];
  }
  if (/build\.tag\s*!=\s*null|build\.tag\s*=~/.test(condition)) {
    return [{ name: 'push of a tag', startedBy: 'release' }];
  }
  return pushTriggers(branches);
}
