import { at } from '../../model/document.ts';
import type { JobStep } from '../../recognize/pipeline/job.ts';
import type { ActionStep } from '../../recognize/workflow/step.ts';

/** Shell programs that an action is handed as an input: run here, or on a machine that it opens a shell on. */
export function actionPrograms(
  step: ActionStep,
): readonly Pick<JobStep, 'program' | 'variables' | 'isRemote'>[] {
  const isRemote = /(?:^|[/-])ssh(?:$|[/-])/.test(step.name);
  const inputs = isRemote
    ? ['script', 'command', 'commands', 'run']
    : ['inlineScript', 'azcliversion'];
  return inputs.flatMap((name) => {
    const program = at(step.inputs, name);
    if (program?.type !== 'scalar') return [];
    return [{ program, variables: step.variables, isRemote }];
  });
}
