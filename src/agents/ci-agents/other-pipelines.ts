import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
} from '../../model/document.ts';
import { type ProgramStep, textOf } from '../../recognize/workflow/step.ts';
import type { Job } from './job.ts';

/** Keys whose text is a shell program, in any of these dialects. */
const programKeys = new Set(
  'script before_script after_script after-script run command bash sh pwsh powershell inlineScript'.split(
    ' ',
  ),
);
const variableKeys = ['variables', 'environment', 'env'];
/** Keys that only hold things together. */
const plainKeys = new Set([
  ...'jobs job stages stage steps step pipelines pipeline inputs parallel strategy runOnce deploy'.split(
    ' ',
  ),
  ...programKeys,
]);
const maxDepth = 200;

/** Jobs of GitLab, CircleCI, Azure and Bitbucket pipelines: every place that holds a shell program, by the names above it. */
export function yamlJobs(document: DataDocument): readonly Job[] {
  const jobs = new Map<string, Job & { readonly steps: ProgramStep[] }>();
  const visit = (
    node: DataNode,
    path: readonly string[],
    variables: readonly DataEntry[],
    depth: number,
  ): void => {
    if (depth > maxDepth) return;
    if (node.type === 'list') {
      for (const item of node.items) visit(item, path, variables, depth + 1);
      return;
    }
    if (node.type !== 'map') return;
    const named = ['job', 'deployment'].flatMap((key) => textOf(at(node, key)) || []);
    const inside = [...path, ...named];
    const own = [...variables, ...variableKeys.flatMap((key) => variablesOf(at(node, key)))];
    for (const { key, value } of node.entries) {
      if (programKeys.has(key)) {
        for (const step of programs(value)) {
          const id = jobName(inside);
          const job = jobs.get(id) ?? { ...emptyJob(id, document), variables: own, steps: [] };
          job.steps.push(step);
          jobs.set(id, job);
        }
      }
      if (!variableKeys.includes(key)) visit(value, [...inside, key], own, depth + 1);
    }
  };
  for (const root of document.roots) visit(root, [], [], 0);
  return [...jobs.values()];
}

/** `NAME: value`, or a list of `name` and `value`. */
function variablesOf(node: DataNode | undefined): readonly DataEntry[] {
  if (node?.type !== 'list') return entries(node);
  return node.items.flatMap((item) => {
    const name = at(item, 'name');
    const value = at(item, 'value');
    if (name?.type !== 'scalar' || value === undefined) return entries(item);
    return [{ key: name.text, keyAt: name.at, labels: [], value }];
  });
}

function programs(node: DataNode): readonly ProgramStep[] {
  if (node.type === 'list') return node.items.flatMap(programs);
  if (node.type !== 'scalar' || typeof node.value !== 'string') return [];
  return [{ type: 'program', program: node, condition: '', variables: [] }];
}

function jobName(path: readonly string[]): string {
  return path.filter((key) => !plainKeys.has(key)).join('/') || 'pipeline';
}

function emptyJob(id: string, document: Document): Omit<Job, 'steps' | 'variables'> {
  return { id, document, openTrigger: null, rights: null, runsOnWindows: false };
}

const stagePattern = /\bstage\s*\(\s*(["'])([^"'\n]{1,100})\1/g;
const programPattern =
  /\b(?:sh|bash|powershell|pwsh|bat)\s*\(?\s*(?:script\s*:\s*)?("""|'''|"|')([\s\S]*?)\1/g;
const boundPattern = /\bvariable\s*:\s*(["'])(\w+)\1|\b(\w+)\s*=\s*credentials\s*\(/g;

/** Steps of a Jenkinsfile, read as text: `sh '…'` by the stage before it, and the names that credentials are bound to. */
export function jenkinsJobs(document: Document): readonly Job[] {
  const { text, file } = document;
  const stages = [...text.matchAll(stagePattern)];
  const variables = [...text.matchAll(boundPattern)].map((match): DataEntry => {
    const name = match[2] ?? match[3] ?? '';
    const start = match.index + match[0].indexOf(name);
    const range = { file, start, end: start + name.length };
    return {
      key: name,
      keyAt: range,
      labels: [],
      value: { type: 'expr', text: name, refs: [name], at: range },
    };
  });
  const jobs = new Map<string, Job & { readonly steps: ProgramStep[] }>();
  for (const match of text.matchAll(programPattern)) {
    const id = stages.findLast((stage) => stage.index < match.index)?.[2] ?? 'pipeline';
    const job = jobs.get(id) ?? { ...emptyJob(id, document), variables, steps: [] };
    const body = match[2] ?? '';
    const start = match.index + match[0].length - (match[1]?.length ?? 0) - body.length;
    const range = { file, start, end: start + body.length };
    job.steps.push({
      type: 'program',
      program: { text: body, map: [[0, start]], at: range },
      condition: '',
      variables: [],
    });
    jobs.set(id, job);
  }
  return [...jobs.values()];
}
