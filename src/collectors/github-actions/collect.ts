import { at, type DataNode, type Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { type Budget, fullBudget, spend } from '../../recognize/pipeline/budget.ts';
import { joinedFolder } from '../../recognize/pipeline/folder.ts';
import type { Gate, PipelineJob } from '../../recognize/pipeline/job.ts';
import { pipelineFacts } from '../../recognize/pipeline/job-facts.ts';
import { eventsOf } from '../../recognize/workflow/event.ts';
import { isNever, textOf } from '../../recognize/workflow/step.ts';
import { type Case, casesOf, casesUnder } from './cases.ts';
import { handedScope, inputScope, matrixScope, type Scope, variableScope } from './expression.ts';
import { gatesOf } from './gates.ts';
import { jobOf } from './job.ts';
import { type JobPlace, jobEntries } from './place.ts';
import { tokenFacts } from './token.ts';

interface Workflow {
  readonly document: Document;
  readonly root: DataNode;
}

/** How a workflow is entered: by events of its own, or by a job of another one. */
interface Entrance {
  readonly cases: readonly Case[];
  readonly scope: Scope;
  readonly caller: string | null;
  readonly gates: readonly Gate[];
  readonly isArmed: boolean;
  /** Its jobs name the secrets of the repository, not ones that a caller hands over. */
  readonly hasOwnSecrets: boolean;
  readonly depth: number;
}

interface Repository {
  readonly workflows: ReadonlyMap<string, Workflow>;
  readonly actions: JobPlace['actions'];
  readonly budget: Budget;
  readonly knowledge: Knowledge;
}

/** GitHub lets workflows call one another four levels deep. */
const maxDepth = 4;
const maxJobs = 2000;

/** Facts about every job of the repository's workflows, called ones in the light of each caller. */
export const collect: Collect = (unit, knowledge) => {
  const workflows = new Map<string, Workflow>();
  const actions = new Map<string, Workflow>();
  for (const document of unit.documents) {
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    if (root === undefined) continue;
    if (/(?:^|\/)action\.ya?ml$/.test(document.file))
      actions.set(folderOf(document.file), { document, root });
    else workflows.set(document.file, { document, root });
  }
  const repository = { workflows, actions, budget: fullBudget(), knowledge };
  const jobs = [...workflows.values()].flatMap((workflow) => jobsOf(workflow, repository));
  return jobs.slice(0, maxJobs).flatMap(({ job, place }): readonly Fact[] => {
    const facts = pipelineFacts(job, knowledge);
    return [...facts, ...tokenFacts(job, place, facts)];
  });
};

/** A job and where it stands. */
interface PlacedJob {
  readonly job: PipelineJob;
  readonly place: JobPlace;
}

function jobsOf(workflow: Workflow, repository: Repository): readonly PlacedJob[] {
  const events = eventsOf(at(workflow.root, 'on'));
  const own = events.flatMap(casesOf);
  const isCalled = events.some(({ name }) => name === 'workflow_call');
  const hasCaller = isCalled && isCalledIn(workflow, repository);
  const unknown: Case = {
    trigger: { name: 'a call from another repository', startedBy: 'unknown' },
    context: new Map(),
    branches: [],
  };
  const cases = isCalled && !hasCaller ? [...own, unknown] : own;
  if (cases.length === 0) return [];
  const scope = inputScope(at(workflow.root, 'on'));
  const entrance = { cases, scope, caller: null, gates: [], isArmed: false, depth: 0 };
  return jobsFrom(workflow, { ...entrance, hasOwnSecrets: !isCalled }, repository);
}

function isCalledIn({ document }: Workflow, { workflows }: Repository): boolean {
  const name = baseName(document.file);
  return [...workflows.values()].some((other) =>
    jobEntries(other.root).some(({ value }) => baseName(textOf(at(value, 'uses'))) === name),
  );
}

function jobsFrom(
  workflow: Workflow,
  entrance: Entrance,
  repository: Repository,
): readonly PlacedJob[] {
  const { document, root } = workflow;
  return jobEntries(root).flatMap((entry): readonly PlacedJob[] => {
    if (isNever(at(entry.value, 'if')) || !spend(repository.budget)) return [];
    const place: JobPlace = {
      document,
      root,
      entry,
      cases: entrance.cases,
      scope: entrance.scope,
      caller: entrance.caller,
      callerGates: entrance.gates,
      isArmedByCaller: entrance.isArmed,
      hasOwnSecrets: entrance.hasOwnSecrets,
      actions: repository.actions,
      budget: repository.budget,
      knowledge: repository.knowledge,
    };
    const uses = textOf(at(entry.value, 'uses'));
    if (uses === '') {
      const job = jobOf(place);
      return job === null ? [] : [{ job, place }];
    }
    const called = calledWorkflow(uses, repository);
    if (called === undefined || entrance.depth >= maxDepth) return [];
    return jobsFrom(called, entranceOf(place, called, entrance.depth), repository);
  });
}

function calledWorkflow(uses: string, { workflows }: Repository): Workflow | undefined {
  if (!uses.startsWith('./')) return undefined;
  return workflows.get(joinedFolder('', uses.split('@')[0] ?? '') ?? '');
}

function entranceOf(place: JobPlace, called: Workflow, depth: number): Entrance {
  const { entry, root, scope } = place;
  const inner = new Map([...scope, ...variableScope(root), ...matrixScope(entry.value)]);
  const condition = textOf(at(entry.value, 'if'));
  const secrets = at(entry.value, 'secrets');
  return {
    cases: casesUnder(place.cases, condition, () => undefined),
    scope: new Map([
      ...inputScope(at(called.root, 'on')),
      ...handedScope(at(entry.value, 'with'), inner),
    ]),
    caller: `${baseName(place.document.file).replace(/\.ya?ml$/, '')}/${entry.key}`,
    gates: [...place.callerGates, ...gatesOf(place, '')],
    isArmed: place.isArmedByCaller || secrets !== undefined,
    hasOwnSecrets: place.hasOwnSecrets && textOf(secrets) === 'inherit',
    depth: depth + 1,
  };
}
