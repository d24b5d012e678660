import type { Options } from 'yargs';
import { UsageError } from '../model/errors.ts';
import { confidences, severities } from '../model/finding.ts';
import { nearestName } from '../triage/nearest-name.ts';

export const reportFormats = ['text', 'json', 'sarif', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const listFormats = ['text', 'json', 'markdown'] as const;
export type ListFormat = (typeof listFormats)[number];
export const factFormats = ['text', 'json'] as const;
export type FactFormat = (typeof factFormats)[number];
export const failOnLevels = ['critical', 'high', 'medium', 'low', 'never'] as const;
export type FailOn = (typeof failOnLevels)[number];
export const colourModes = ['auto', 'always', 'never'] as const;

type Flags = Readonly<Record<string, Options>>;

/** What every command takes. */
export const commonFlags: Flags = {
  color: choice('Terminal:', colourModes, 'Colour the output', 'auto'),
};

/** What every command that reads a tree takes. */
export const treeFlags: Flags = {
  'include-home': bool('Scan:', "Read the agents' settings in your home folder too"),
  config: text('Scan:', 'Configuration file; default: riskscan.yaml in the scanned folder'),
  'no-progress': bool('Terminal:', 'Never draw a progress line'),
  verbose: bool('Terminal:', 'Add reasons and timings'),
};

/** What a scan takes besides. */
export const scanFlags: Flags = {
  check: list('Scan:', 'Run only these checks (repeat, or separate with commas)'),
  skip: list('Scan:', 'Leave these checks out'),
  format: { ...choice('Report:', reportFormats, 'Report format', 'text'), alias: 'f' },
  output: { ...text('Report:', 'Write the report to this file instead of stdout'), alias: 'o' },
  'min-severity': choice('Report:', severities, 'Leave milder findings out'),
  'min-confidence': choice('Report:', confidences, 'Leave less certain findings out'),
  'fail-on': choice('Exit code:', failOnLevels, 'Exit 1 from this severity on (default: high)'),
  strict: bool('Exit code:', 'Exit 2 when any file could not be read'),
  quiet: bool('Terminal:', 'Print findings only'),
};

/** What `harden` takes besides. */
export const hardenFlags: Flags = {
  write: bool('Harden:', 'Write the files; without it only the difference is shown'),
  agent: list('Harden:', 'Only these agents (repeat, or separate with commas)'),
};

/** Format flag of a command that prints a list. */
export function formatFlag(formats: readonly string[]): Flags {
  return { format: { ...choice('Report:', formats, 'Output format', 'text'), alias: 'f' } };
}

/** Values of the flags, as yargs hands them over. */
export type FlagValues = Readonly<Record<string, unknown>>;

/** One of `allowed`, `undefined` when the flag was not given. Throws a UsageError that lists them. */
export function choiceOf<T extends string>(
  values: FlagValues,
  flag: string,
  allowed: readonly T[],
): T | undefined {
  const given = textOf(values, flag);
  if (given === undefined) return undefined;
  const found = allowed.find((value) => value === given);
  if (found !== undefined) return found;
  const near = nearestName(given, allowed);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new UsageError(
    `"${given}" is no value of --${flag}.`,
    `--${flag} is one of ${allowed.join(', ')}.${hint}`,
  );
}

/** Text of a flag that may be given once. */
export function textOf(values: FlagValues, flag: string): string | undefined {
  const value = values[flag];
  if (Array.isArray(value)) {
    throw new UsageError(`--${flag} was given more than once.`, `Give --${flag} one value.`);
  }
  if (typeof value !== 'string') return undefined;
  if (value === '') throw new UsageError(`--${flag} is empty.`, `Give --${flag} a value.`);
  return value;
}

/** Values of a flag that may be repeated or hold a comma-separated list; `undefined` when not given. */
export function listOf(values: FlagValues, flag: string): readonly string[] | undefined {
  const value = values[flag];
  if (!Array.isArray(value)) return undefined;
  const names = value.flatMap((part) => String(part).split(',')).map((part) => part.trim());
  return names.filter((name) => name !== '');
}

/** Whether a switch is on. */
export function isOn(values: FlagValues, flag: string): boolean {
  const value = values[flag];
  return Array.isArray(value) ? value.at(-1) === true : value === true;
}

// `choices` would make yargs judge the value in its own words, so the allowed values stand in the description instead.
function choice(
  group: string,
  values: readonly string[],
  what: string,
  fallback?: string,
): Options {
  const standard = fallback === undefined ? '' : ` (default: ${fallback})`;
  return text(group, `${what}${standard}: ${values.join(', ')}`);
}

function text(group: string, describe: string): Options {
  return { group, describe, type: 'string', requiresArg: true };
}

function list(group: string, describe: string): Options {
  return { group, describe, type: 'string', array: true, nargs: 1 };
}

function bool(group: string, describe: string): Options {
  return { group, describe, type: 'boolean' };
}
