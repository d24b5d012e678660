import {
  at,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Confidence, Trigger } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { joinedFolder } from '../../recognize/pipeline/folder.ts';
import type { Gate, JobStep, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { plainJob, shellStep, texts } from '../../recognize/pipeline/plain-job.ts';

const page = 'https://www.runatlantis.io/docs/command-requirements.html';
const applied: Trigger = {
  name: '`atlantis apply` in a pull request',
  startedBy: 'change-request',
};
const planned: Trigger = { name: 'a pull request', startedBy: 'change-request' };
const maxJobs = 300;

/**
 * Facts about the projects of a repository, the rules of a server, and the workflows of both.
 * @see https://www.runatlantis.io/docs/repo-level-atlantis-yaml.html (read 2026-11-21)
 */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    const jobs = [
      ...items(at(root, 'projects')).flatMap((project) => projectJob(project, document)),
      ...items(at(root, 'repos')).flatMap((repository) => serverJob(repository, document)),
      ...entries(at(root, 'workflows')).flatMap(({ key, value }) =>
        workflowJobs(key, value, document),
      ),
    ];
    return jobs.slice(0, maxJobs).flatMap((job) => pipelineFacts(job, knowledge));
  });

/** A folder of this repository. What the server asks for before it applies is not in it, unless the repository may say so itself. */
function projectJob(project: DataNode, document: Document): readonly PipelineJob[] {
  const dir = at(project, 'dir');
  if (dir?.type !== 'scalar') return [];
  const [name = dir.text] = texts(at(project, 'name'));
  const [workspace = ''] = texts(at(project, 'workspace'));
  const folder = joinedFolder('', dir.text);
  const requirements = at(project, 'apply_requirements');
  const id = workspace === '' ? name : `${name} ${workspace}`;
  return [
    jobOf(document, `project ${id}`, dir, {
      steps: [{ ...applyStep(dir, document), folder }],
      triggers: [applied],
      gates: [isApproved(requirements) ? approval(requirements ?? dir) : unseen(dir)],
      names: [name, workspace, ...dir.text.split('/').reverse()],
    }),
  ];
}

/** What a server asks of repositories. */
function serverJob(repository: DataNode, document: Document): readonly PipelineJob[] {
  const id = at(repository, 'id');
  const requirements = at(repository, 'apply_requirements');
  const overrides = texts(at(repository, 'allowed_overrides'));
  const isOpen = overrides.includes('apply_requirements');
  // Where nothing is written, another entry or the server's own flags may.
  if (id?.type !== 'scalar' || (requirements === undefined && !isOpen)) return [];
  if (isApproved(requirements) && !isOpen) return [];
  return [
    jobOf(document, `repositories ${id.text}`, id, {
      steps: [{ ...applyStep(id, document), folder: null }],
      triggers: [applied],
      gates: texts(requirements).includes('mergeable') ? [branchRules(requirements ?? id)] : [],
      names: [],
      ...(isOpen
        ? {
            remedy: `Take apply_requirements out of allowed_overrides (${document.file}): a pull request can ask for less there.`,
          }
        : {}),
    }),
  ];
}

/** Own commands of a workflow: those of a plan run for every pull request. */
function workflowJobs(
  name: string,
  workflow: DataNode,
  document: Document,
): readonly PipelineJob[] {
  return ['plan', 'apply'].flatMap((part) => {
    const steps = at(workflow, part, 'steps');
    const lines = items(steps).flatMap((step) => {
      const run = at(step, 'run');
      return at(run, 'command') ?? run ?? [];
    });
    const [first] = lines;
    if (steps === undefined || first === undefined) return [];
    return [
      jobOf(document, `${part} of workflow ${name}`, first, {
        steps: shellStep(document, lines, { folder: null }),
        triggers: [part === 'plan' ? planned : applied],
        gates: part === 'plan' ? [] : [unseen(first)],
        names: [name],
      }),
    ];
  });
}

function jobOf(
  document: Document,
  id: string,
  node: DataNode,
  rest: Pick<PipelineJob, 'steps' | 'triggers' | 'gates' | 'names'> & Partial<PipelineJob>,
): PipelineJob {
  return plainJob({
    product: 'atlantis',
    id,
    document,
    at: node.at,
    isThrowaway: false,
    remedy: `Write \`apply_requirements: [approved]\` for it in the configuration of the server (${page}).`,
    ...rest,
  });
}

/** What Atlantis does by itself when somebody asks it to apply: it applies the plan it has shown in the pull request, which anybody who may comment can ask for. */
function applyStep(node: ScalarNode, document: Document): JobStep {
  const text = 'terraform apply -auto-approve';
  const map = [
    [0, node.at.start],
    [text.length - 1, node.at.end - 1],
  ] as const;
  return { document, program: { text, map }, folder: null, variables: [] };
}

function isApproved(requirements: DataNode | undefined): boolean {
  return texts(requirements).includes('approved');
}

function approval(node: DataNode): Gate {
  const because = 'somebody else has to approve the pull request first';
  return asking('`apply_requirements: [approved]`', 'high', because, node);
}

/** A pull request that can be merged has what the rules of its branch ask for. */
function branchRules(node: DataNode): Gate {
  const because = 'it waits for the rules of the branch, which are not visible here';
  return asking('`apply_requirements: [mergeable]`', 'low', because, node);
}

function unseen(node: DataNode): Gate {
  const because = 'it applies after what its server asks for, which is not visible here';
  return asking('the server of Atlantis', 'low', because, node);
}

function asking(name: string, confidence: Confidence, because: string, { at }: DataNode): Gate {
  return { name, strength: 'asks', confidence, because, at };
}
