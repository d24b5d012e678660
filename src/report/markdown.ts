import { markdownCode, markdownTable, markdownText } from './markdown-text.ts';
import { copyTexts, guardTexts, hopText, mostHops, pathTraits, placeText } from './path-text.ts';
import { printable } from './printable.ts';
import type { ScanResult } from './result.ts';
import { summaryText } from './summary-text.ts';
import type { FindingView, NoticeView, PlaceView } from './view.ts';
import { viewFindings, viewNotices } from './view.ts';

/** GitHub cuts a step summary at 1 MiB; rows beyond these are counted instead. */
const mostRows = 200;
const mostPaths = 25;
const mostNotices = 50;

/** The report for a pull request or job summary: paths first, then a table of the findings that stand. */
export function renderMarkdown(result: ScanResult): string {
  const views = viewFindings(result).filter((view) => view.suppressed === null);
  const notices = viewNotices(result);
  const parts = ['## riskscan', markdownText(summaryText(result))];
  const withPath = views.filter((view) => view.path !== null);
  for (const view of withPath.slice(0, mostPaths)) parts.push(pathPart(view));
  const morePaths = withPath.length - mostPaths;
  if (morePaths > 0) parts.push(`${morePaths} more paths are in the table only.`);
  if (views.length > 0) parts.push(table(views));
  if (views.length > mostRows)
    parts.push(`${views.length - mostRows} more findings are not shown.`);
  if (notices.length > 0) parts.push(noticePart(notices));
  return `${parts.join('\n\n')}\n`;
}

function table(views: readonly FindingView[]): string {
  const rows = views
    .slice(0, mostRows)
    .map((view) => [
      view.severity,
      `${markdownText(view.what)} ${markdownText(view.why)}<br>${markdownText(view.fix)}`,
      markdownCode(view.check),
      code(view.at),
    ]);
  return markdownTable(['Severity', 'Finding', 'Check', 'Place'], rows);
}

function pathPart(view: FindingView): string {
  if (view.path === null) return '';
  const hops = view.path.hops.slice(0, mostHops).map((hop, position) => {
    const guards = guardTexts(hop).map((guard) => `; ${markdownText(guard)}`);
    const reason = `${markdownText(hop.because)} (${code(hop.at)})${guards.join('')}`;
    return `${position + 1}. ${markdownText(hopText(hop))}: ${reason}`;
  });
  const more = view.path.hops.length - mostHops;
  if (more > 0) hops.push(`${mostHops + 1}. and ${more} more hops`);
  const copies = copyTexts(view.path, (copy) => placeText(copy.at));
  return [
    `### ${view.severity}: ${markdownText(view.what)}`,
    `Path, ${pathTraits(view.path)}:`,
    hops.join('\n'),
    copies.map((text) => `- ${markdownText(text)}`).join('\n'),
    `**Fix:** ${markdownText(view.fix)}`,
  ].join('\n\n');
}

function noticePart(notices: readonly NoticeView[]): string {
  const rows = notices.slice(0, mostNotices).map((notice) => {
    const file = notice.file === null ? '' : `${markdownCode(printable(notice.file))}: `;
    return `- ${notice.incomplete ? '**incomplete** ' : ''}${file}${markdownText(notice.message)}`;
  });
  const more = notices.length - mostNotices;
  if (more > 0) rows.push(`- and ${more} more`);
  return `<details><summary>Not covered (${notices.length})</summary>\n\n${rows.join('\n')}\n\n</details>`;
}

function code(place: PlaceView): string {
  return markdownCode(placeText({ ...place, file: printable(place.file) }));
}
