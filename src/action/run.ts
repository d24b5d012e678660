import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { defaultFailOn, type ExitCode, exitCodeOf } from '../cli/exit-code.ts';
import type { Host } from '../cli/host.ts';
import { contains, targetOf } from '../cli/target.ts';
import { scan } from '../engine/scan.ts';
import { InputError } from '../model/errors.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { countFindings, type ScanResult } from '../report/result.ts';
import { fileUri, renderSarif } from '../report/sarif.ts';
import { renderNotices, renderTerminal } from '../report/terminal.ts';
import { annotations } from './annotations.ts';
import { readInputs } from './inputs.ts';
import { prefixUris } from './sarif-prefix.ts';
import { annotationCommand, inertLog, outputLines } from './workflow-commands.ts';

/** The runner's limit for one step's summary is 1 MiB of UTF-8. */
const summaryBytes = 1_000_000;

/** Scans, writes report, outputs, summary and annotations, and returns the exit code. Throws what the CLI would throw. */
export async function runAction(host: Host): Promise<ExitCode> {
  const inputs = readInputs(host.env);
  const workspace = host.env['GITHUB_WORKSPACE'] || host.cwd;
  const target = targetOf([inputs.path], workspace);
  const result = await scan({
    root: target.root,
    ...(target.only === undefined ? {} : { only: target.only }),
    environment: host.env,
    minSeverity: 'low',
    minConfidence: 'low',
    today: host.today,
    now: host.now,
  });

  const prefix = prefixOf(workspace, target.root);
  const sarifFile = resolve(workspace, inputs.sarifFile);
  const uris = prefix === '' ? '' : `${fileUri(prefix.slice(0, -1))}/`;
  await save(sarifFile, prefixUris(renderSarif(result, { version: host.version }), uris));
  await append(host.env['GITHUB_STEP_SUMMARY'], summaryOf(result));
  await append(
    host.env['GITHUB_OUTPUT'],
    outputLines({
      findings: String(countFindings(result).standing),
      paths: String(result.summary.paths),
      'sarif-file': sarifFile,
    }),
  );
  await host.stdout.write(logOf(result, prefix));
  return exitCodeOf(result, {
    failOn: inputs.failOn ?? result.failOn ?? defaultFailOn,
    strict: false,
  });
}

function logOf(result: ScanResult, prefix: string): string {
  const options = { color: false, hyperlinks: false, width: 100, pathPrefix: prefix };
  const report = inertLog(renderNotices(result, options) + renderTerminal(result, options));
  const commands = annotations(result, prefix).map(
    (one) => `${annotationCommand(one)}
`,
  );
  return report + commands.join('');
}

/** The scanned folder below the repository, with a closing slash; empty at its root and outside of it. */
function prefixOf(workspace: string, root: string): string {
  const path = contains(workspace, root) ? relative(workspace, root).split(sep).join('/') : '';
  return path === '' ? '' : `${path}/`;
}

function summaryOf(result: ScanResult): string {
  const bytes = Buffer.from(renderMarkdown(result));
  if (bytes.length <= summaryBytes) return bytes.toString();
  const whole = bytes.subarray(0, bytes.lastIndexOf(10, summaryBytes) + 1);
  return `${whole.toString()}\n… cut off; the SARIF report has the rest.\n`;
}

async function save(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    const hint = 'Give the input "sarif-file" a path that the job may write to.';
    throw new InputError('The SARIF report cannot be written.', hint, { cause });
  }
}

/** The runner hands over files to append to; without a runner there are none. */
async function append(file: string | undefined, text: string): Promise<void> {
  if (file) await appendFile(file, text);
}
