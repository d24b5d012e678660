import type { StartedListing } from '../discover/start-listing.ts';
import type { ScanOptions } from '../engine/options.ts';
import { scan } from '../engine/scan.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { ScanResult } from '../report/result.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderNotices, renderTerminal } from '../report/terminal.ts';
import type { ScanCommand } from './commands.ts';
import { defaultFailOn, exitCodeOf } from './exit-code.ts';
import type { Host } from './host.ts';
import { fileOutput, terminalOptions, writeReport } from './output.ts';
import { baseOptions, progressFor } from './scan-options.ts';
import { checkIds } from './select-checks.ts';
import type { Target } from './target.ts';

/** A target about whose root git was asked already. */
export interface ListedTarget extends Target {
  readonly listing: StartedListing;
}

/** Scans, reports, and returns the exit code. */
export async function runScan(
  command: ScanCommand,
  target: ListedTarget,
  host: Host,
): Promise<number> {
  const progress = progressFor(host, command.progress && !command.quiet);
  let result: ScanResult;
  try {
    result = await scan(scanOptions(command, target, host, progress));
  } finally {
    progress.stop();
  }
  await host.stderr.write(remarks(result, command, target, host));
  await deliver(report(result, command, target, host), command, host);
  return exitCodeOf(result, {
    failOn: command.failOn ?? result.failOn ?? defaultFailOn,
    strict: command.strict,
  });
}

function scanOptions(
  command: ScanCommand,
  target: ListedTarget,
  host: Host,
  progress: ReturnType<typeof progressFor>,
): ScanOptions {
  const { check, skip, minSeverity, minConfidence } = command;
  return {
    ...baseOptions(target, command, host, progress),
    listing: target.listing,
    ...(check === undefined ? {} : { checks: checkIds('check', check) }),
    ...(skip === undefined ? {} : { skip: checkIds('skip', skip) }),
    ...(minSeverity === undefined ? {} : { minSeverity }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
  };
}

function report(result: ScanResult, command: ScanCommand, target: Target, host: Host): string {
  const { version } = host;
  switch (command.format) {
    case 'json':
      return renderJson(result, { version });
    case 'sarif':
      return renderSarif(result, { version });
    case 'markdown':
      return renderMarkdown(result);
    case 'text': {
      const stream = command.output === undefined ? host.stdout : { ...host.stdout, ...fileOutput };
      return renderTerminal(result, {
        ...terminalOptions(host, stream, command.colour, target.root),
        quiet: command.quiet,
        verbose: command.verbose,
      });
    }
  }
}

/** Notices and, when asked for, timing. Why a scan is incomplete is said even under `--quiet`: the exit code is 2. */
function remarks(result: ScanResult, command: ScanCommand, target: Target, host: Host): string {
  const { notices, summary } = result;
  const shown = command.quiet ? notices.filter((notice) => notice.incomplete) : notices;
  const options = terminalOptions(host, host.stderr, command.colour, target.root);
  const text = renderNotices({ ...result, notices: shown }, options);
  if (!command.verbose) return text;
  const { filesSeen, filesRead, filesParsed, durationMs } = summary;
  const files = `${filesSeen} files seen, ${filesRead} read, ${filesParsed} parsed`;
  return `${text}riskscan: ${files} in ${Math.round(durationMs)} ms\n`;
}

async function deliver(text: string, command: ScanCommand, host: Host): Promise<void> {
  if (command.output === undefined) return host.stdout.write(text);
  await writeReport(command.output, text, host.cwd);
  if (!command.quiet) await host.stderr.write(`riskscan: report written to ${command.output}\n`);
}
