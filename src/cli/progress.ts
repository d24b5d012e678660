/** One step of a long scan, as the engine reports it. */
export interface ProgressStep {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** What the progress line needs of a terminal. */
export interface ProgressSink {
  readonly columns: number;
  write(text: string): void;
  /** Milliseconds, monotonic. */
  now(): number;
}

export interface Progress {
  readonly update: (step: ProgressStep) => void;
  /** Takes the line away; later updates draw nothing. */
  readonly stop: () => void;
}

const quietMs = 300;
const frameMs = 80;

/** One line that redraws itself, and only for scans that last longer than 300 ms. */
export function startProgress(sink: ProgressSink): Progress {
  const start = sink.now();
  let drawn = 0;
  let stopped = false;
  return {
    update({ stage, done, total }) {
      const now = sink.now();
      if (stopped || now - start < quietMs || now - drawn < frameMs) return;
      drawn = now;
      const count = total > 0 ? ` ${done}/${total}` : '';
      sink.write(
        `\r\u001b[K${`riskscan: ${stage}${count}`.slice(0, Math.max(1, sink.columns - 1))}`,
      );
    },
    stop() {
      if (drawn > 0 && !stopped) sink.write('\r\u001b[K');
      stopped = true;
    },
  };
}

/** For streams that are no terminal, CI, `--quiet` and `--no-progress`. */
export const noProgress: Progress = { update() {}, stop() {} };
