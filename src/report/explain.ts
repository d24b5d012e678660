import { checkDocText } from './check-doc.ts';
import type { CheckInfo, ScanResult } from './result.ts';
import type { TerminalOptions } from './terminal.ts';
import { renderOne } from './terminal.ts';
import { wrap } from './text-width.ts';
import { viewFindings } from './view.ts';

const limits = [
  'This says what the files allow, not what happened: nothing was run, fetched or logged in to.',
  "Whether a credential still works, and what only the vendor's console shows, such as reviewers or backups, is not established.",
];

/** The full documentation of one check. */
export function renderCheck(check: CheckInfo, options: { readonly width: number }): string {
  return checkDocText(check, options.width);
}

/** One finding with every hop, guard and reason, and what it does not establish; empty when the result has no such finding. */
export function renderFinding(
  result: ScanResult,
  fingerprint: string,
  options: TerminalOptions,
): string {
  const view = viewFindings(result).find((candidate) => candidate.fingerprint === fingerprint);
  if (view === undefined) return '';
  const check = result.checks.find((candidate) => candidate.id === view.check);
  const prose = (heading: string, sentences: readonly string[]) =>
    [heading, ...sentences.map((text) => wrap(text, options.width, '  '))].join('\n');
  const parts = [
    renderOne(result, view, options),
    `  fingerprint ${view.fingerprint}, ${view.confidence} confidence`,
  ];
  if (view.suppressed !== null) {
    const until = view.suppressed.until === null ? '' : ` until ${view.suppressed.until}`;
    parts.push(`  suppressed${until}: ${view.suppressed.reason}`);
  }
  parts.push(prose('What this does not establish', limits));
  if (check !== undefined) parts.push(prose('When to accept it', [check.accept]));
  parts.push(`More: riskscan explain ${view.check}`);
  return `${parts.join('\n\n')}\n`;
}
