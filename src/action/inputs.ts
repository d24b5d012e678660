import { type FailOn, failOnLevels } from '../cli/flags.ts';
import { UsageError } from '../model/errors.ts';

/** What the workflow asks for. */
export interface Inputs {
  /** Folder to scan, relative to the workspace. */
  readonly path: string;
  /** `undefined`: as the configuration says. */
  readonly failOn: FailOn | undefined;
  /** Where the SARIF file goes, relative to the workspace. */
  readonly sarifFile: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the inputs as the runner hands them over: `INPUT_` and the name in capitals, hyphens kept.
 * Throws a UsageError for a value that no one can mean.
 */
export function readInputs(env: Environment): Inputs {
  return {
    path: input(env, 'PATH') ?? '.',
    failOn: failOnOf(input(env, 'FAIL-ON')),
    sarifFile: input(env, 'SARIF-FILE') ?? 'riskscan.sarif',
  };
}

function input(env: Environment, name: string): string | undefined {
  const value = env[`INPUT_${name}`]?.trim();
  return value === '' ? undefined : value;
}

function failOnOf(text: string | undefined): FailOn | undefined {
  if (text === undefined) return undefined;
  const level = failOnLevels.find((known) => known === text);
  if (level !== undefined) return level;
  const allowed = failOnLevels.join(', ');
  throw new UsageError(`"${text}" is no value of the input "fail-on".`, `It is one of ${allowed}.`);
}
