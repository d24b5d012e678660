import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** Median wall time in milliseconds of each command; the rounds are interleaved, so that a busy moment hits all alike. */
export function medianTimes<Name extends string>(
  commands: Readonly<Record<Name, CommandLine>>,
  rounds: number,
): Readonly<Record<Name, number>> {
  const names = Object.keys(commands) as Name[]; // the record's own keys
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) run(commands[name]); // warms the page cache
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const start = performance.now();
      run(commands[name]);
      times.get(name)?.push(performance.now() - start);
    }
  }
  const entries = names.map((name) => [name, median(times.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<Name, number>; // one entry for every name
}

/** Peak resident memory in megabytes of a Node program, largest of the runs. */
export function peakMegabytes(command: CommandLine, runs: number): number {
  return Math.max(...measured(command, runs).map(({ peak }) => peak));
}

/** Median processor time in milliseconds of a Node program with all its threads: unlike wall time, it hardly depends on what else runs. */
export function processorTime(command: CommandLine, runs: number): number {
  return median(measured(command, runs).map(({ time }) => time));
}

interface Measured {
  readonly peak: number;
  readonly time: number;
}

function measured([program, ...args]: CommandLine, runs: number): readonly Measured[] {
  // The kernel's own high-water mark; maxRSS would start with what this process had before it forked.
  const probe = `data:text/javascript,${encodeURIComponent(
    `import { readFileSync, writeSync } from 'node:fs';
    process.on('exit', () => {
      let peak = process.resourceUsage().maxRSS;
      const { user, system } = process.cpuUsage();
      try { peak = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
      writeSync(3, peak + ' ' + (user + system));
    });`,
  )}`;
  return Array.from({ length: runs }, () => {
    const child = spawnSync(program, ['--import', probe, ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [peak = 0, time = 0] = (child.output[3]?.toString() ?? '').split(' ').map(Number);
    return { peak: peak / 1024, time: time / 1000 };
  });
}

/** Whether a program is there to be run. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

// `inherit` would measure the terminal, and a pipe this process; exit 1 is riskscan's and rg's ordinary answer.
function run([program, ...args]: CommandLine): void {
  const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
  if (error !== undefined || (status !== 0 && status !== 1)) {
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? `exit ${status}`}`);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
