import type { DataEntry } from '../../model/document.ts';

const ACTION = /(?:^|_)(?:action|command|operation|mode)$/i;
const SHOWING = /^(?:plan|preview|diff|check|validate|show|dry[-_]?run)$/i;
const SWITCH = /(?:^|_)dry_?run$/i;

/** Whether a step's own variables tell the script that it starts to show what it would do, and to do nothing: `TERRAFORM_ACTION: plan`, `DRY_RUN: 1`. */
export function isToldToShow(variables: readonly DataEntry[]): boolean {
  return variables.some(
    ({ key, value }) =>
      value.type === 'scalar' &&
      ((ACTION.test(key) && SHOWING.test(value.text)) ||
        (SWITCH.test(key) && /^(?:true|1|yes|on)$/i.test(value.text))),
  );
}
