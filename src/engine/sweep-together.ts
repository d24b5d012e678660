import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isHome } from '../model/source.ts';
import { needsContent } from './settle-claims.ts';
import {
  type Candidate,
  createSweepJob,
  createTurns,
  type SweepJob,
  UNWANTED,
} from './sweep-job.ts';

/** A look into many files by several threads. */
export interface Sweep {
  /** The files that the threads look into; the others are left to the caller. */
  readonly covers: (file: string) => boolean;
  /** Joins in until all files are looked at. Gives the number of files that nobody wants, and says which. */
  readonly finish: (
    breath: () => Promise<void>,
  ) => Promise<{ readonly isUnwanted: (file: string) => boolean; readonly unwanted: number }>;
}

/** A thread costs as much as looking into some 20 MB. */
const BYTES_PER_THREAD = 40 * 1024 * 1024;
const MOST_THREADS = 3;
/** Beside the bundles; where the program runs from its sources there is none. */
const workerFile = fileURLToPath(new URL('../sweep-worker.js', import.meta.url));

/** Threads worth starting beside this one for so many bytes. */
export function threadsFor(bytes: number): number {
  if (!existsSync(workerFile)) return 0;
  const most = Math.min(MOST_THREADS, availableParallelism() - 1);
  return Math.min(most, Math.floor(bytes / BYTES_PER_THREAD));
}

/**
 * Starts to look for keywords and hints in the files that are claimed for their content only, beside whatever the caller does meanwhile. Nothing
 * depends on which thread sees which file, nor on whether a thread dies: files that it took are then unseen, and not unwanted.
 */
export function sweepTogether(
  candidates: readonly Candidate[],
  root: string,
  keywords: readonly string[],
  threads: number,
  program = workerFile,
): Sweep {
  const job = createSweepJob(
    candidates.filter(({ entry, claims }) => needsContent(claims) && !isHome(entry.file)),
    root,
    keywords,
  );
  const ends = Array.from({ length: threads }, () => runThread(program, job));
  const positions = new Map(job.files.map((file, position) => [file, position]));
  return {
    covers: (file) => positions.has(file),
    async finish(breath) {
      const turn = createTurns(job);
      while (turn()) await breath();
      await Promise.all(ends);
      return {
        isUnwanted: (file) => job.verdicts[positions.get(file) ?? -1] === UNWANTED,
        unwanted: job.verdicts.filter((verdict) => verdict === UNWANTED).length,
      };
    },
  };
}

/** Starts a thread; done when it is over, one way or the other. What it left undone is looked at again, so its complaint says nothing new. */
function runThread(program: string, job: SweepJob): Promise<void> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(program, {
        workerData: job,
        env: {},
        execArgv: [],
        stdout: true,
        stderr: true,
      });
      worker.once('error', () => {});
      worker.once('exit', () => resolve());
    } catch {
      resolve(); // no threads are allowed here
    }
  });
}
