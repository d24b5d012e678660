import { at, type DataNode, type Document } from '../../model/document.ts';
import { spend } from '../../recognize/pipeline/budget.ts';
import { ciActionSteps } from '../../recognize/pipeline/ci-action.ts';
import { joinedFolder } from '../../recognize/pipeline/folder.ts';
import type { JobStep } from '../../recognize/pipeline/job.ts';
import { inputVariables } from '../../recognize/workflow/login.ts';
import { type Step, stepsOf, textOf } from '../../recognize/workflow/step.ts';
import { actionPrograms } from './action-programs.ts';
import { casesUnder } from './cases.ts';
import { type Scope, valuesOf } from './expression.ts';
import { type JobPlace, single, triggersOf } from './place.ts';

const maxNesting = 5;

/** A job as its steps see it. */
export interface StepContext extends JobPlace {
  readonly depth: number;
  readonly folder: string | null;
}

/** A `working-directory`, from the root. */
export function folderOf(node: DataNode, scope: Scope): string | null {
  const values = valuesOf(
    textOf(node).replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, './'),
    scope,
  );
  return values.length === 1 ? joinedFolder('', values[0] ?? null) : null;
}

/** Programs of a step; those of a composite action of the repository stand in its own file. */
export function programSteps(
  step: Step,
  document: Document,
  context: StepContext,
): readonly JobStep[] {
  const cases = casesUnder(context.cases, step.condition, (name) => single(context.scope, name));
  if (cases.length === 0) return [];
  if (!spend(context.budget)) return [];
  const triggers = triggersOf(cases);
  if (step.type === 'program') {
    if (/^(?:python|node|pwsh|powershell|cmd|ruby|perl)/.test(step.shell ?? '')) return [];
    const folder =
      step.folder === undefined ? context.folder : folderOf(step.folder, context.scope);
    const { program, variables } = step;
    return [{ document, program, folder, variables, triggers }];
  }
  const action = step.name.startsWith('./')
    ? context.actions.get(joinedFolder('', step.name) ?? '')
    : undefined;
  if (action === undefined || context.depth >= maxNesting) {
    const run = actionPrograms(step).map((program) => ({ ...program, document, folder: '' }));
    return [...run, ...ciActionSteps(step, document, context.knowledge)].map((program) => ({
      ...program,
      triggers,
    }));
  }
  const inner = { ...context, cases, depth: context.depth + 1, folder: '' };
  return stepsOf(at(action.root, 'runs')).flatMap((one) =>
    programSteps(one, action.document, inner).map((program) => ({
      ...program,
      variables: [...step.variables, ...inputVariables(step), ...program.variables],
    })),
  );
}
