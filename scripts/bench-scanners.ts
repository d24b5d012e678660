import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isInstalled } from './bench-measure.ts';
import type { Place } from './bench-places.ts';

/** What a scanner said, or why it said nothing. */
export type Answer =
  | { readonly state: 'ran'; readonly reports: readonly Place[] }
  | { readonly state: 'missing'; readonly why: string };

/** Another scanner of secrets; it reads the tree, and keeps what it writes in `scratch`. */
export interface Scanner {
  readonly name: string;
  run(tree: string, scratch: string): Answer;
}

const minute = 60_000;

/** Scanners to compare with, each with its own defaults and no calls to vendors. */
export const scanners: readonly Scanner[] = [
  { name: 'secretlint', run: secretlint },
  { name: 'gitleaks', run: gitleaks },
  { name: 'trufflehog', run: trufflehog },
  { name: 'detect-secrets', run: detectSecrets },
];

function secretlint(tree: string, scratch: string): Answer {
  const preset = '@secretlint/secretlint-rule-preset-recommend';
  const config = join(scratch, 'secretlintrc.json');
  const cache = join(scratch, 'npm');
  mkdirSync(cache, { recursive: true });
  writeFileSync(config, JSON.stringify({ rules: [{ id: preset }] }));
  const npx = ['--yes', '--cache', cache, '--package', 'secretlint', '--package', preset];
  const options = ['--secretlintrc', config, '--secretlintignore', join(scratch, 'none')];
  // Through a pipe it ends before everything is written.
  const report = join(scratch, 'secretlint.json');
  const args = [...npx, 'secretlint', ...options, '--format', 'json', '--output', report, '**/*'];
  const { stderr, error } = spawnSync('npx', args, { ...settings(scratch), cwd: tree });
  const files = parsed<readonly SecretlintFile[]>(readText(report));
  if (files === null) return missing(error?.message ?? stderr);
  const reports = files.flatMap(({ filePath, messages }) =>
    messages.map(({ loc }) => ({
      file: relative(tree, filePath),
      line: loc.start.line,
      endLine: loc.end.line,
    })),
  );
  return { state: 'ran', reports };
}

interface SecretlintFile {
  readonly filePath: string;
  readonly messages: readonly {
    readonly loc: { readonly start: { readonly line: number }; readonly end: { line: number } };
  }[];
}

function gitleaks(tree: string, scratch: string): Answer {
  if (!isRunnable('gitleaks', 'version')) return missing('not installed');
  const report = join(scratch, 'gitleaks.json');
  const args = ['detect', '--no-git', '--no-banner', '--exit-code', '0', '--source', tree];
  spawnSync('gitleaks', [...args, '--report-format', 'json', '--report-path', report], {
    ...settings(scratch),
    cwd: scratch,
  });
  const found = parsed<readonly { File: string; StartLine: number; EndLine: number }[]>(
    readText(report),
  );
  if (found === null) return missing('it made no report');
  return {
    state: 'ran',
    reports: found.map(({ File, StartLine, EndLine }) => ({
      file: relative(tree, File),
      line: StartLine,
      endLine: EndLine,
    })),
  };
}

function trufflehog(tree: string, scratch: string): Answer {
  if (!isRunnable('trufflehog', '--version')) return missing('not installed');
  const args = ['filesystem', tree, '--json', '--no-verification', '--no-update'];
  const { stdout } = spawnSync('trufflehog', args, { ...settings(scratch), cwd: scratch });
  const reports = (stdout ?? '').split('\n').flatMap((text) => {
    const at = parsed<TrufflehogResult>(text)?.SourceMetadata?.Data?.Filesystem;
    if (at?.file === undefined) return [];
    return [{ file: relative(tree, at.file), line: at.line ?? 1, endLine: at.line ?? 1 }];
  });
  return { state: 'ran', reports };
}

interface TrufflehogResult {
  readonly SourceMetadata?: {
    readonly Data?: { readonly Filesystem?: { readonly file?: string; readonly line?: number } };
  };
}

function detectSecrets(tree: string, scratch: string): Answer {
  if (!isInstalled('detect-secrets')) return missing('not installed');
  const args = ['scan', '--all-files', '--no-verify', '.'];
  const { stdout } = spawnSync('detect-secrets', args, { ...settings(scratch), cwd: tree });
  const found = parsed<{ results: Readonly<Record<string, readonly { line_number: number }[]>> }>(
    stdout ?? '',
  );
  if (found === null) return missing('it made no report');
  const reports = Object.entries(found.results).flatMap(([file, list]) =>
    list.map(({ line_number: line }) => ({ file: relative('.', file), line, endLine: line })),
  );
  return { state: 'ran', reports };
}

/** Temporary files and caches stay in `scratch`. */
function settings(scratch: string) {
  return {
    encoding: 'utf8',
    timeout: minute,
    maxBuffer: 2 ** 28,
    env: { ...process.env, TMPDIR: scratch, XDG_CACHE_HOME: scratch, NO_COLOR: '1' },
  } as const;
}

function isRunnable(program: string, argument: string): boolean {
  return spawnSync(program, [argument], { stdio: 'ignore' }).status === 0;
}

function missing(why: string): Answer {
  const last = why.trim().split('\n').at(-1) ?? '';
  return { state: 'missing', why: last.slice(0, 120) || 'no answer' };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What another program printed, taken to be of the form that its documentation states; `null` where it is no JSON. */
function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T; // the programs' documented output
  } catch {
    return null;
  }
}
