import { severities } from '../model/finding.ts';
import type { ScanResult } from './result.ts';
import { countFindings } from './result.ts';

/** The closing line of a report: what was found, and everything that the scan did not cover or does not show. */
export function summaryText(result: ScanResult): string {
  const { bySeverity, standing, suppressed } = countFindings(result);
  const { filesSeen, filesRead, filesParsed, paths, baselined } = result.summary;
  const incomplete = result.notices.some((notice) => notice.incomplete);
  const parts: string[] = [];
  if (standing > 0) {
    const counts = severities.toReversed().map((name) => `${bySeverity[name]} ${name}`);
    parts.push(`${plural(standing, 'finding')} (${counts.join(', ')})`);
    if (paths > 0) parts.push(plural(paths, 'path'));
  }
  parts.push(`${filesRead} of ${plural(filesSeen, 'file')} read, ${filesParsed} parsed`);
  if (suppressed > 0) parts.push(`${suppressed} suppressed`);
  if (baselined > 0) parts.push(`${baselined} baselined`);
  const uncovered = result.notices.filter((notice) => notice.kind !== 'suppression').length;
  if (uncovered > 0) parts.push(`${plural(uncovered, 'notice')} about what was not covered`);
  if (incomplete && standing > 0) parts.push('the scan is incomplete');
  if (!result.homeRead) parts.push('user-level agent settings were not looked at');
  return `${standing > 0 ? '' : `${nothingFound(filesRead, incomplete)}: `}${parts.join('; ')}.`;
}

function nothingFound(filesRead: number, incomplete: boolean): string {
  if (incomplete) return 'No findings, but the scan is incomplete';
  return filesRead === 0 ? 'Nothing was scanned' : 'No findings';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
