import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
  /** Close the reading end at once, as `| true` does. */
  readonly closeStdout?: boolean;
}

const quietEnvironment = { NO_COLOR: undefined, FORCE_COLOR: undefined, CI: undefined };

/** Runs one of the built programs and waits for its end. */
export function runProgram(
  program: 'dist/cli.js' | 'dist/action/index.js',
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const { cwd = projectRoot, env = {}, node = [], closeStdout = false } = options;
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...node, join(projectRoot, program), ...args], {
      cwd,
      env: { ...process.env, ...quietEnvironment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    if (closeStdout) child.stdout.destroy();
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
}
