import type { Severity } from '../model/finding.ts';
import type { ScanResult } from '../report/result.ts';
import { type FindingView, viewFindings } from '../report/view.ts';
import type { Annotation } from './workflow-commands.ts';

/** GitHub shows ten annotations of a level per step; more would push each other out. */
const most = 10;

const levels = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
} as const satisfies Record<Severity, Annotation['level']>;

/**
 * The findings worth a note in the diff: paths first, then in the report's order. `prefix` makes the files relative to
 * the repository.
 */
export function annotations(result: ScanResult, prefix: string): readonly Annotation[] {
  const titles = new Map(result.checks.map(({ id, title }) => [id, title]));
  const standing = viewFindings(result).filter(({ suppressed }) => suppressed === null);
  const withPath = standing.filter(({ path }) => path !== null);
  const others = standing.filter(({ path }) => path === null);
  return [...withPath, ...others].slice(0, most).map((finding) => ({
    level: levels[finding.severity],
    title: `riskscan: ${titles.get(finding.check) ?? finding.check}`,
    message: messageOf(finding),
    ...finding.at,
    file: prefix + finding.at.file,
  }));
}

function messageOf({ what, why, fix, check, severity }: FindingView): string {
  return `${what} ${why}\nFix: ${fix}\n(${severity}, ${check})`;
}
