import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AnyCheck } from '../src/model/check.ts';
import type { Area } from '../src/model/finding.ts';
import { checkDocMarkdown } from '../src/report/check-doc.ts';
import type { ExampleFile } from '../src/report/result.ts';

/** The cases that a check's documentation shows: the first bad one and its good twin. */
export interface Examples {
  readonly bad: readonly ExampleFile[];
  readonly good: readonly ExampleFile[];
}

/** Reads them from the check's folder. Their fake secrets stay placeholders. */
export function examplesOf(folder: string): Examples {
  const [first = ''] = cases(join(folder, 'bad')).filter((name) =>
    cases(join(folder, 'good')).includes(name),
  );
  return { bad: files(join(folder, 'bad', first)), good: files(join(folder, 'good', first)) };
}

/** A check's page: the same text that `riskscan explain` and SARIF print. */
export function checkReadme(area: Area, check: AnyCheck, examples: Examples): string {
  return [
    `# ${check.id}`,
    '',
    '<!-- Written by scripts/generate.ts from check.ts and the cases beside it; do not edit. -->',
    '',
    `**Area** ${area} · **default severity** ${check.severity} · **since** ${check.since}`,
    '',
    checkDocMarkdown({ ...check, area, examples }),
  ].join('\n');
}

/** Table of all checks. */
export function checkIndex(
  rows: readonly { readonly area: Area; readonly check: AnyCheck }[],
): string {
  return [
    '# Checks',
    '',
    '<!-- Written by scripts/generate.ts; do not edit. -->',
    '',
    '| Area | Check | Severity | Finds |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ area, check }) =>
        `| ${area} | [${check.id}](${area}/${check.id}/README.md) | ${check.severity} | ${check.title} |`,
    ),
    '',
    'Severity is the check’s default; where a path decides it, `src/graph/severity.ts` holds the table.',
    '',
  ].join('\n');
}

function cases(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function files(root: string): readonly ExampleFile[] {
  return list(root).map((path) => ({
    file: relative(root, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8'),
  }));
}

function list(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? list(path) : [path];
    });
}
