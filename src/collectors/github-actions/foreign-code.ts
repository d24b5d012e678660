import { at } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { type Step, textOf } from '../../recognize/workflow/step.ts';

/** Names of a proposed change: its commit, its branch, its number. */
const proposedRef =
  /github\.head_ref|pull_request\.head\.(?:sha|ref)|pull_request\.number|issue\.number|refs\/pull\/|workflow_run\.head_(?:sha|branch)/;
/** Commands that fetch it by hand. */
const fetchesProposed = /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\b[^\n]*\bpull\//;
/** Commands that run what lies in the checkout: its scripts, its build, its tests, its dependencies' hooks. */
const runsCheckout =
  /(?:^|[\s;&|(])(?:(?:npm|pnpm|yarn|bun)\s+(?:ci|i|install|run|test|build|exec)\b|npx\s|yarn\s*$|make\b|\.{1,2}\/\w|(?:bash|sh|zsh|node|python3?|ruby)\s+[\w./-]+\.\w+|(?:pip3?|uv|poetry)\s+(?:install|sync|run)\b|pytest\b|tox\b|cargo\s+(?:build|run|test)\b|go\s+(?:run|test|generate)\b|gradle\b|mvn\b|bundle\s+(?:install|exec)\b|rake\b|composer\s+install\b|docker\s+(?:build|compose)\b|terraform\s+(?:plan|apply)\b)/m;
const maxProgram = 50_000;

/**
 * Where a job runs what somebody only proposes: it takes the proposed change out of git, and a later step builds, tests or starts what lies there.
 * `null` where it does not, or only reads it.
 */
export function foreignCode(steps: readonly Step[]): SourceRange | null {
  const taken = steps.findIndex(takesProposed);
  if (taken < 0) return null;
  // The program that fetches it by hand may run it too.
  const later = steps.slice(taken);
  for (const step of later) {
    if (step.type === 'action') {
      if (step.name.startsWith('./')) return step.uses.at;
      continue;
    }
    if (runsCheckout.test(step.program.text.slice(0, maxProgram))) return step.program.at;
  }
  return null;
}

function takesProposed(step: Step): boolean {
  if (step.type === 'program') {
    return fetchesProposed.test(step.program.text.slice(0, maxProgram));
  }
  if (step.name !== 'actions/checkout') return false;
  // Into a folder of its own it is read as data as often as it is run.
  const isApart = textOf(at(step.inputs, 'path')) !== '';
  return !isApart && proposedRef.test(textOf(at(step.inputs, 'ref')));
}
