import { homedir } from 'node:os';

/** One of the two streams a run writes to. */
export interface Output {
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Resolves when the text is handed on, so that ending the program cuts nothing off. */
  readonly write: (text: string) => Promise<void>;
}

/** All that a run takes from the machine it runs on. */
export interface Host {
  readonly version: string;
  readonly cwd: string;
  /** The user's home folder. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** ISO date. */
  readonly today: string;
}

/** The real thing. */
export function processHost(version: string): Host {
  return {
    version,
    cwd: process.cwd(),
    home: homedir(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    now: () => performance.now(),
    today: new Date().toISOString().slice(0, 10),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns > 0 ? stream.columns : 100,
    write: (text) =>
      new Promise((done, failed) => {
        if (text === '') done();
        else stream.write(text, (error) => (error ? failed(error) : done()));
      }),
  };
}
