import { resolve } from 'node:path';
import type { ScanOptions } from '../engine/options.ts';
import { UsageError } from '../model/errors.ts';
import type { TreeOptions } from './commands.ts';
import type { Host } from './host.ts';
import { noProgress, type Progress, startProgress } from './progress.ts';
import type { Target } from './target.ts';

/** The engine's options that every command sets alike; nothing is filtered out. */
export function baseOptions(
  target: Target,
  options: TreeOptions,
  host: Host,
  progress: Progress,
): ScanOptions {
  return {
    root: target.root,
    ...(target.only === undefined ? {} : { only: target.only }),
    ...(options.config === undefined ? {} : { configFile: resolve(host.cwd, options.config) }),
    ...(options.includeHome ? { home: homeOf(host) } : {}),
    environment: host.env,
    minSeverity: 'low',
    minConfidence: 'low',
    today: host.today,
    now: host.now,
    onProgress: progress.update,
  };
}

/** A machine that builds for everybody has no person whose settings count. */
function homeOf(host: Host): string {
  if (host.env['CI']) {
    const hint = 'Leave it out here; it is for the machine on which the agent works.';
    throw new UsageError('--include-home was given in CI.', hint);
  }
  return host.home;
}

/** A progress line where somebody can see it: a terminal, not CI, and not switched off. */
export function progressFor(host: Host, wanted: boolean): Progress {
  const { stderr, env } = host;
  if (!wanted || !stderr.isTerminal || env['CI'] || env['TERM'] === 'dumb') return noProgress;
  return startProgress({
    columns: stderr.columns,
    now: host.now,
    write: (text) => void stderr.write(text).catch(() => undefined), // only decoration is lost
  });
}
