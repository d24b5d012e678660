import { sourceRange } from '../../model/document.ts';
import type { Step } from '../../recognize/workflow/step.ts';
import type { Job } from './job.ts';
import type { DraftWeakness, Reading } from './reading.ts';

/** Merging now, past the rules of the branch, or saying yes to a change. With `--auto` it still waits for whoever the rules ask. */
const approves =
  /\bgh\s+pr\s+(?:merge\b[^\n]{0,200}--admin\b|merge\b(?![^\n]{0,200}--auto\b)|review\b[^\n]{0,200}\s(?:--approve|-a)\b)/;
/** A rule that lets it only comment or ask for changes, `Bash(gh pr review --comment:*)`, is none. */
const allowed = /\bgh pr (?:merge\b|review\b(?! (?:--comment|--request-changes|-[cr])\b))/;
const approvers = new Set([
  'hmarr/auto-approve-action',
  'juliangruber/approve-pull-request-action',
  'pascalgn/automerge-action',
]);
/** Conditions that keep what follows for somebody else's changes. */
const looksAtAuthor = /\.login\b|actor\b|author|sender\.|user\.type/;
const maxProgram = 50_000;

/**
 * An agent whose changes are approved or merged by itself, or by a later step of its own job: the review that the rules of the branch ask for is its own.
 * @see https://cli.github.com/manual/gh_pr_merge (read 2026-11-21)
 */
export function selfApproval(reading: Reading, job: Job, step: Step): readonly DraftWeakness[] {
  const rule = reading.rules.find(
    ({ effect, tool, name }) => effect === 'allow' && tool === 'shell' && allowed.test(name),
  );
  if (rule !== undefined) {
    return [
      {
        name: rule.name,
        at: rule.at,
        control: 'approval',
        because: 'this agent may approve or merge what it wrote itself',
        remedy: `Take \`${rule.name}\` away from it, and let a person merge.`,
      },
    ];
  }
  const later = job.steps.slice(job.steps.indexOf(step) + 1);
  for (const next of later) {
    const found = looksAtAuthor.test(next.condition) ? null : approvalIn(next, job);
    if (found === null) continue;
    return [
      {
        ...found,
        control: 'approval',
        because: `a later step of the job "${job.id}" approves or merges what this agent wrote`,
        remedy: `Let a person merge what the job "${job.id}" proposes.`,
      },
    ];
  }
  return [];
}

/** The words that approve, and where they stand. */
function approvalIn(step: Step, { document }: Job): Pick<DraftWeakness, 'name' | 'at'> | null {
  if (step.type === 'action') {
    return approvers.has(step.name) ? { name: step.name, at: step.uses.at } : null;
  }
  const found = approves.exec(step.program.text.slice(0, maxProgram));
  if (found === null) return null;
  const end = found.index + found[0].length;
  return { name: found[0], at: sourceRange(document.file, step.program, found.index, end) };
}
