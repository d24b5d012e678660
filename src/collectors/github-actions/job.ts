import { at, type DataEntry, type DataNode, entries } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import type { JobStep, PipelineJob } from '../../recognize/pipeline/job.ts';
import { isPerChange } from '../../recognize/pipeline/stage.ts';
import { inputVariables, isSecret, loginVariables } from '../../recognize/workflow/login.ts';
import { type ActionStep, stepsOf, textOf } from '../../recognize/workflow/step.ts';
import { isArmed } from './armed.ts';
import { type Case, casesUnder } from './cases.ts';
import { matrixScope, type Scope, valuesOf, variableScope } from './expression.ts';
import { gatesOf } from './gates.ts';
import { type JobPlace, neededBy, single, sourceOf, triggersOf } from './place.ts';
import { folderOf, programSteps, type StepContext } from './steps.ts';

const maxNeeded = 100;

/** One job as every pipeline collector describes it; `null` for one that nothing can set off. */
export function jobOf(place: JobPlace): PipelineJob | null {
  const { document, root, entry, caller } = place;
  const job = entry.value;
  const scope = new Map([
    ...place.scope,
    ...variableScope(root),
    ...variableScope(job),
    ...matrixScope(job),
  ]);
  const cases = jobCases(place, entry.key, scope);
  if (cases.length === 0) return null;
  const context: StepContext = {
    ...place,
    scope,
    cases,
    depth: 0,
    folder: jobFolder(place, scope),
  };
  const found = stepsOf(job);
  const steps = found.flatMap((step) => programSteps(step, document, context));
  const variables = [
    ...entries(at(root, 'env')),
    ...entries(at(job, 'env')),
    ...found.filter((step) => step.type === 'action').flatMap(handed),
  ];
  const environment = at(job, 'environment');
  const named = textOf(environment?.type === 'map' ? at(environment, 'name') : environment);
  return {
    product: 'github-actions',
    collector: 'github-actions',
    id: caller === null ? entry.key : `${entry.key}@${caller}`,
    name: caller === null ? entry.key : `${entry.key}, called by ${caller}`,
    document,
    at: entry.keyAt,
    steps,
    variables,
    triggers: triggersOf(cases),
    gates: [...gatesOf(place, named), ...place.callerGates],
    environments: named === '' ? [] : orUnknown(named, scope),
    valuesOf: (text) => valuesOf(text, scope),
    names: namesOf(place, cases),
    isThrowaway: !/self-hosted/.test(sourceOf(document, at(job, 'runs-on'))),
    isArmed: isArmed(place, [...variables, ...found.flatMap((step) => step.variables)]),
    hasServices: entries(at(job, 'services')).length > 0 || startsDatabase(steps),
    ...secretStoreOf(place, environment),
    uses: found.flatMap((step) => (step.type === 'action' ? [step.name] : [])),
    remedy: `Name an \`environment:\` with required reviewers in the job "${entry.key}" (${document.file}).`,
  };
}

/** A job without an environment gets the secrets of the repository or its organisation; one with an environment may get others of the same names. */
function secretStoreOf(
  { document, hasOwnSecrets }: JobPlace,
  environment: DataNode | undefined,
): Pick<PipelineJob, 'secretStore'> {
  const [tree = ''] = document.file.split('.github/');
  return hasOwnSecrets && environment === undefined
    ? { secretStore: `github-actions:secrets/${tree}` }
    : {};
}

/** Every name that an environment can have; `?` where only a run can tell. */
function orUnknown(name: string, scope: Scope): readonly string[] {
  const values = valuesOf(name, scope);
  if (values.length > 0) return values;
  return [isPerChange(name) ? 'preview' : '?'];
}

function namesOf({ root, entry, document, caller }: JobPlace, cases: readonly Case[]) {
  const branches = cases
    .filter((one) => one.isPartOfAny !== true)
    .flatMap((one) => one.branches.filter((name) => !/^(?:main|master)$/.test(name)));
  return [
    entry.key,
    textOf(at(entry.value, 'name')),
    ...(caller === null ? [] : [caller]),
    baseName(document.file).replace(/\.ya?ml$/, ''),
    textOf(at(root, 'name')),
    ...branches.map((name) => name.replace(/^develop$/, 'staging')),
  ];
}

/** Ways in which a job can be set off: its own condition, and those of the jobs it waits for. */
function jobCases(place: JobPlace, id: string, scope: Scope): readonly Case[] {
  const casesOf = (name: string): readonly Case[] =>
    casesUnder(place.cases, textOf(at(place.root, 'jobs', name, 'if')), (word) =>
      single(scope, word),
    );
  return neededByAll(place, id).reduce<readonly Case[]>((left, name) => {
    const needed = casesOf(name);
    return left.filter((one) => needed.some((other) => isSame(one, other)));
  }, casesOf(id));
}

/** Every job that a job waits for, at any distance. One that runs always waits for nobody's success. */
function neededByAll({ root }: JobPlace, id: string): readonly string[] {
  const found = new Set([id]);
  for (const name of found) {
    if (found.size > maxNeeded) break;
    const job = at(root, 'jobs', name);
    if (/\b(?:always|failure)\(\)/.test(textOf(at(job, 'if')))) continue;
    for (const needed of neededBy(job)) found.add(needed);
  }
  found.delete(id);
  return [...found];
}

function isSame(a: Case, b: Case): boolean {
  return a.context === b.context;
}

function jobFolder({ root, entry }: JobPlace, scope: Scope): string | null {
  const node =
    at(entry.value, 'defaults', 'run', 'working-directory') ??
    at(root, 'defaults', 'run', 'working-directory');
  return node === undefined ? '' : folderOf(node, scope);
}

/** Secrets and roles that an action brings into the job. */
function handed(step: ActionStep): readonly DataEntry[] {
  const login = loginVariables(step);
  return login.length > 0 ? login : inputVariables(step).filter(({ value }) => isSecret(value));
}

function startsDatabase(steps: readonly JobStep[]): boolean {
  return steps.some(({ program }) =>
    /\bdocker[ -]compose\b[^\n]*\bup\b|\bdocker run\b[^\n]*(?:postgres|mysql|mariadb|mongo)|\bsupabase start\b|\bservice (?:postgresql|mysql) start\b|\bsystemctl start (?:postgresql|mysql)/.test(
      program.text,
    ),
  );
}
