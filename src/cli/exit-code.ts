import { type Notice, type Severity, severities } from '../model/finding.ts';
import type { ScanResult } from '../report/result.ts';
import type { FailOn } from './flags.ts';

/** `0` nothing at or above the level, `1` findings, `2` usage, configuration, or an incomplete scan. */
export type ExitCode = 0 | 1 | 2;

/** Level that fails a run when neither a flag nor the configuration names one. */
export const defaultFailOn: FailOn = 'high';

const unread: readonly Notice['kind'][] = ['unparsed', 'skipped', 'limit'];

/** The verdict on a finished scan; the report format never changes it. `strict` counts unreadable files as incomplete. */
export function exitCodeOf(
  result: Pick<ScanResult, 'findings' | 'notices'>,
  { failOn, strict }: { readonly failOn: FailOn; readonly strict: boolean },
): ExitCode {
  const incomplete = result.notices.some(
    (notice) => notice.incomplete || (strict && unread.includes(notice.kind)),
  );
  if (incomplete) return 2;
  const fails = result.findings.some(
    (finding) => finding.suppressed === null && reaches(finding.severity, failOn),
  );
  return fails ? 1 : 0;
}

function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && severities.indexOf(severity) >= severities.indexOf(failOn);
}
