import type { Severity } from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import { filePath } from '../model/source.ts';
import type { Paint } from './ansi.ts';
import { createPaint } from './ansi.ts';
import { renderFrame } from './frame.ts';
import { allLines, lineIndex } from './lines.ts';
import { copyTexts, guardTexts, hopText, mostHops, pathTraits, placeText } from './path-text.ts';
import { printable } from './printable.ts';
import type { ScanResult } from './result.ts';
import { summaryText } from './summary-text.ts';
import { wrap } from './text-width.ts';
import type { FindingView, NoticeView, PathView, PlaceView } from './view.ts';
import { viewFindings, viewNotices } from './view.ts';

export interface TerminalOptions {
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** Columns of the terminal; prose wraps there, code does not. */
  readonly width: number;
  /** Put before every file, so that paths are relative to the working directory: `../api/`. */
  readonly pathPrefix?: string;
  /** Address of a place, for hyperlinks; not percent-encoded. */
  readonly href?: (file: string, line: number, column: number) => string;
  /** Findings only, without the closing line. */
  readonly quiet?: boolean;
  /** Suppressed findings too, each with the reason. */
  readonly verbose?: boolean;
}

interface Sheet {
  readonly paint: Paint;
  readonly width: number;
  readonly at: (place: PlaceView) => string;
  readonly lines: (file: string) => readonly string[];
  readonly title: (check: string) => string;
  readonly mostHops: number;
}

/** The report for people: findings from worst to mildest, each with its code and path, then one line that sums up. */
export function renderTerminal(result: ScanResult, options: TerminalOptions): string {
  const sheet = createSheet(result, options);
  const views = viewFindings(result);
  const blocks: string[] = [];
  for (const severity of severities.toReversed()) {
    const group = views.filter((view) => view.severity === severity && view.suppressed === null);
    if (group.length === 0) continue;
    blocks.push(sheet.paint.bold(`${severity.toUpperCase()} (${group.length})`));
    for (const view of group) blocks.push(renderFinding(view, sheet));
  }
  if (options.verbose === true) {
    for (const view of views)
      if (view.suppressed !== null) blocks.push(renderSuppressed(view, sheet));
  }
  if (options.quiet !== true) blocks.push(summaryText(result));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** One finding in full, as `explain` shows it: every hop, whatever their number. */
export function renderOne(result: ScanResult, view: FindingView, options: TerminalOptions): string {
  return renderFinding(view, {
    ...createSheet(result, options),
    mostHops: Number.POSITIVE_INFINITY,
  });
}

/** Notices as lines for the error stream; empty when there are none. */
export function renderNotices(result: ScanResult, options: TerminalOptions): string {
  const paint = createPaint(options);
  return viewNotices(result)
    .map((notice) => `${noticeLine(notice, paint, options.pathPrefix ?? '')}\n`)
    .join('');
}

function noticeLine(notice: NoticeView, paint: Paint, prefix: string): string {
  const kind = notice.incomplete ? paint.red('incomplete') : paint.yellow('notice');
  const file = notice.file === null ? '' : `${printable(prefix + notice.file)}: `;
  return `${kind}: ${file}${notice.message}`;
}

function createSheet(result: ScanResult, options: TerminalOptions): Sheet {
  const paint = createPaint(options);
  const cache = new Map<string, readonly string[]>();
  const titles = new Map(result.checks.map((check) => [check.id, check.title]));
  return {
    paint,
    width: options.width,
    mostHops,
    title: (check) => titles.get(check) ?? check,
    at: (place) => {
      const file = printable((options.pathPrefix ?? '') + place.file);
      const href = options.href?.(place.file, place.line, place.column);
      return paint.link(placeText({ ...place, file }), href === undefined ? href : encoded(href));
    },
    lines: (file) => {
      const known = cache.get(file);
      if (known !== undefined) return known;
      const text = result.texts.get(filePath(file));
      const lines = text === undefined ? [] : allLines(lineIndex(text));
      cache.set(file, lines);
      return lines;
    },
  };
}

function encoded(address: string): string {
  return encodeURI(address.replace(/\p{Cs}/gu, '\ufffd')).replace(/[?#]/g, encodeURIComponent);
}

function renderFinding(view: FindingView, sheet: Sheet): string {
  const { paint, width } = sheet;
  const hedge = view.confidence === 'high' ? '' : paint.dim(`, ${view.confidence} confidence`);
  const severity = severityPaint(view.severity, paint)(view.severity);
  const out = [
    `${severity}: ${paint.bold(sheet.title(view.check))} ${paint.dim(`[${view.check}]`)}${hedge}`,
    `  ${paint.cyan(sheet.at(view.at))}`,
    wrap(view.what, width, '        ', '  what  '),
    wrap(view.why, width, '        ', '  why   '),
    wrap(view.fix, width, '        ', '  fix   '),
  ];
  const frame = renderFrame(view.at, sheet.lines(view.at.file), paint);
  if (frame !== '') out.push('', indent(frame, '  '));
  if (view.related.length > 0) {
    out.push('');
    for (const place of view.related) {
      out.push(
        `  see   ${paint.cyan(sheet.at(place))}${place.label === '' ? '' : ` ${place.label}`}`,
      );
    }
  }
  if (view.path !== null) out.push('', renderPath(view.path, sheet));
  return out.join('\n');
}

/** Numbered hops, each with its reason and place, then what is left of the data. */
function renderPath(path: PathView, sheet: Sheet): string {
  const { paint, width } = sheet;
  const out = [`  ${paint.bold('path')} ${paint.dim(`(${pathTraits(path)})`)}`];
  for (const [position, hop] of path.hops.slice(0, sheet.mostHops).entries()) {
    const number = `  ${position + 1}. `.padStart(6);
    out.push(wrap(hopText(hop), width, '      ', number));
    out.push(wrap(`because ${hop.because}`, width, '      '));
    out.push(`      ${paint.cyan(sheet.at(hop.at))}`);
    for (const guard of guardTexts(hop)) out.push(paint.yellow(wrap(guard, width, '      ')));
  }
  const more = path.hops.length - sheet.mostHops;
  if (more > 0) out.push(`      and ${more} more hops to ${path.store.name}`);
  for (const text of copyTexts(path, (copy) => sheet.at(copy.at))) out.push(`  ${text}`);
  return out.join('\n');
}

function renderSuppressed(view: FindingView, sheet: Sheet): string {
  const until = view.suppressed?.until == null ? '' : ` until ${view.suppressed.until}`;
  const where = view.suppressed === null ? '' : ` (${sheet.at(view.suppressed.at)})`;
  return [
    `${sheet.paint.dim('suppressed')}: ${sheet.title(view.check)} ${sheet.paint.dim(`[${view.check}]`)}`,
    `  ${sheet.paint.cyan(sheet.at(view.at))}`,
    wrap(`${view.suppressed?.reason ?? ''}${until}${where}`, sheet.width, '        ', '  why   '),
  ].join('\n');
}

function severityPaint(severity: Severity, paint: Paint): (text: string) => string {
  switch (severity) {
    case 'critical':
      return (text) => paint.bold(paint.red(text));
    case 'high':
      return paint.red;
    case 'medium':
      return paint.yellow;
    case 'low':
      return paint.blue;
  }
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => by + line)
    .join('\n');
}
