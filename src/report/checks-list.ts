import { markdownCode, markdownTable, markdownText } from './markdown-text.ts';
import type { CheckInfo } from './result.ts';

export type ListFormat = 'text' | 'json' | 'markdown';

/** The list of checks, in the order given. */
export function renderChecks(checks: readonly CheckInfo[], format: ListFormat): string {
  switch (format) {
    case 'text':
      return asText(checks);
    case 'json':
      return `${JSON.stringify({ schemaVersion: 1, checks: checks.map(asData) }, null, 2)}\n`;
    case 'markdown':
      return `${markdownTable(['Check', 'Area', 'Severity', 'Finds'], checks.map(asRow))}\n`;
  }
}

function asText(checks: readonly CheckInfo[]): string {
  const idWidth = Math.max(0, ...checks.map((check) => check.id.length));
  let area = '';
  let text = '';
  for (const check of checks) {
    if (check.area !== area) text += `${text === '' ? '' : '\n'}${check.area}\n`;
    area = check.area;
    text += `  ${check.id.padEnd(idWidth)}  ${check.severity.padEnd(8)}  ${check.title}\n`;
  }
  return text === '' ? 'No checks.\n' : text;
}

function asData({
  id,
  aliases,
  area,
  title,
  severity,
  since,
  why,
  fix,
  accept,
  references,
}: CheckInfo) {
  return {
    id,
    aliases: aliases ?? [],
    area,
    severity,
    title,
    why,
    fix,
    accept,
    references,
    since,
  };
}

function asRow(check: CheckInfo): readonly string[] {
  return [markdownCode(check.id), check.area, check.severity, markdownText(check.title)];
}
