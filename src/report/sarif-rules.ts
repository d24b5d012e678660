import type { ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../model/finding.ts';
import { confidences, severities } from '../model/finding.ts';
import { checkDocMarkdown, checkDocText } from './check-doc.ts';
import type { CheckInfo } from './result.ts';
import type { FindingView } from './view.ts';

/** GitHub reads 9.0 and above as critical, 7.0 as high, 4.0 as medium, and what is below as low. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
};

/** Level of a result of this severity. */
export function sarifLevel(severity: Severity): NonNullable<Result['level']> {
  switch (severity) {
    case 'critical':
    case 'high':
      return 'error';
    case 'medium':
      return 'warning';
    case 'low':
      return 'note';
  }
}

/**
 * One rule per check. GitHub knows severity and precision per rule only, so both are those of the rule's worst result,
 * and the check's own where it found nothing: a check's mild findings must not show as critical.
 */
export function sarifRules(
  checks: readonly CheckInfo[],
  views: readonly FindingView[],
): ReportingDescriptor[] {
  const byCheck = new Map<string, FindingView[]>();
  for (const view of views) {
    const group = byCheck.get(view.check);
    if (group === undefined) byCheck.set(view.check, [view]);
    else group.push(view);
  }
  const known = new Map(checks.map((check) => [check.id, check]));
  return [...new Set([...known.keys(), ...byCheck.keys()])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((id) => sarifRule(id, known.get(id), byCheck.get(id) ?? []));
}

function sarifRule(
  id: string,
  check: CheckInfo | undefined,
  views: readonly FindingView[],
): ReportingDescriptor {
  const standing = views.filter((view) => view.suppressed === null);
  const worst = severities.findLast((name) => standing.some((view) => view.severity === name));
  const surest = confidences.findLast((name) => standing.some((view) => view.confidence === name));
  const severity = worst ?? check?.severity ?? views[0]?.severity ?? 'low';
  const area = check?.area ?? views[0]?.area ?? 'paths';
  return {
    id,
    name: id.replace(/(?:^|[^A-Za-z0-9])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sentence(check?.title ?? id) },
    fullDescription: { text: sentence(check?.why ?? id) },
    help: {
      text: check === undefined ? id : checkDocText(check, 100),
      markdown: check === undefined ? id : checkDocMarkdown(check),
    },
    defaultConfiguration: { level: sarifLevel(check?.severity ?? severity) },
    properties: {
      'security-severity': securitySeverity[severity],
      precision: surest ?? 'high',
      tags: ['security', area],
    },
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
