import { scan } from '../engine/scan.ts';
import { UsageError } from '../model/errors.ts';
import { checks } from '../registry.generated.ts';
import { renderCheck, renderFinding } from '../report/explain.ts';
import type { ScanResult } from '../report/result.ts';
import type { ExplainCommand } from './commands.ts';
import type { Host } from './host.ts';
import { terminalOptions } from './output.ts';
import { baseOptions, progressFor } from './scan-options.ts';
import { checkId, unknownCheck } from './select-checks.ts';
import { targetOf } from './target.ts';

/** Prints a check's documentation, or one finding of the current folder in full. */
export async function runExplain(command: ExplainCommand, host: Host): Promise<number> {
  const { subject } = command;
  const id = checkId(subject);
  const found = checks.find(({ check }) => check.id === id);
  const options = terminalOptions(host, host.stdout, command.colour, host.cwd);
  if (found !== undefined) {
    const { examples } = await import('../examples.generated.ts');
    const shown = examples[found.check.id];
    const info = { ...found.check, area: found.area };
    await host.stdout.write(
      renderCheck(shown === undefined ? info : { ...info, examples: shown }, options),
    );
    return 0;
  }
  if (!/^[0-9a-f]{4,32}$/.test(subject)) {
    throw unknownCheck(subject, `There is no check "${subject}".`);
  }
  const result = await scanHere(command, host);
  await host.stdout.write(renderFinding(result, fingerprintOf(result, subject), options));
  return 0;
}

async function scanHere(command: ExplainCommand, host: Host): Promise<ScanResult> {
  const progress = progressFor(host, command.progress);
  try {
    return await scan(baseOptions(targetOf([], host.cwd), command, host, progress));
  } finally {
    progress.stop();
  }
}

function fingerprintOf(result: ScanResult, prefix: string): string {
  const matches = result.findings.filter(({ fingerprint }) => fingerprint.startsWith(prefix));
  const [first, second] = matches;
  if (first === undefined) {
    throw new UsageError(
      `No finding of this folder has a fingerprint that starts with "${prefix}".`,
      'riskscan --format json lists findings with their fingerprints.',
    );
  }
  if (second !== undefined) {
    throw new UsageError(
      `${matches.length} findings have a fingerprint that starts with "${prefix}".`,
      `Give more of it: ${matches.map(({ fingerprint }) => fingerprint).join(', ')}.`,
    );
  }
  return first.fingerprint;
}
