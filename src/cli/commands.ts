import type { Confidence } from '../model/fact.ts';
import { confidences, type Severity, severities } from '../model/finding.ts';
import type { ColourMode } from './colour.ts';
import {
  choiceOf,
  colourModes,
  type FactFormat,
  type FailOn,
  type FlagValues,
  factFormats,
  failOnLevels,
  isOn,
  type ListFormat,
  listFormats,
  listOf,
  type ReportFormat,
  reportFormats,
  textOf,
} from './flags.ts';

/** How to read a tree. */
export interface TreeOptions {
  readonly config: string | undefined;
  /** Also the agents' settings in the user's home. */
  readonly includeHome: boolean;
  readonly progress: boolean;
  readonly verbose: boolean;
}

/** What the user asked for. */
export type Command =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  | ScanCommand
  | ExplainCommand
  | ChecksCommand
  | FactsCommand
  | HardenCommand;

export interface ScanCommand extends TreeOptions {
  readonly kind: 'scan';
  readonly paths: readonly string[];
  readonly colour: ColourMode;
  readonly format: ReportFormat;
  readonly output: string | undefined;
  readonly failOn: FailOn | undefined;
  readonly minSeverity: Severity | undefined;
  readonly minConfidence: Confidence | undefined;
  readonly check: readonly string[] | undefined;
  readonly skip: readonly string[] | undefined;
  readonly quiet: boolean;
  readonly strict: boolean;
}

export interface ExplainCommand extends TreeOptions {
  readonly kind: 'explain';
  readonly subject: string;
  readonly colour: ColourMode;
}

export interface ChecksCommand {
  readonly kind: 'checks';
  readonly colour: ColourMode;
  readonly format: ListFormat;
}

export interface FactsCommand extends TreeOptions {
  readonly kind: 'facts';
  readonly path: string | undefined;
  readonly colour: ColourMode;
  readonly format: FactFormat;
}

export interface HardenCommand extends TreeOptions {
  readonly kind: 'harden';
  readonly path: string | undefined;
  readonly colour: ColourMode;
  /** Write the files instead of only showing the difference. */
  readonly write: boolean;
  /** Ids of agents; none: all. */
  readonly agents: readonly string[];
}

/** Names that are commands, not paths. */
export const commandNames = ['explain', 'checks', 'facts', 'harden'] as const;

/** The scan command of these values. */
export function scanCommand(values: FlagValues): Command {
  return {
    kind: 'scan',
    paths: [...strings(values['paths']), ...strings(values['_'])], // `_`: what follows `--`
    colour: colourOf(values),
    ...treeOptions(values),
    format: choiceOf(values, 'format', reportFormats) ?? 'text',
    output: textOf(values, 'output'),
    failOn: choiceOf(values, 'fail-on', failOnLevels),
    minSeverity: choiceOf(values, 'min-severity', severities),
    minConfidence: choiceOf(values, 'min-confidence', confidences),
    check: listOf(values, 'check'),
    skip: listOf(values, 'skip'),
    quiet: isOn(values, 'quiet'),
    strict: isOn(values, 'strict'),
  };
}

/** The explain command of these values. */
export function explainCommand(values: FlagValues): Command {
  const subject = textOf(values, 'id') ?? '';
  return { kind: 'explain', subject, colour: colourOf(values), ...treeOptions(values) };
}

/** The checks command of these values. */
export function checksCommand(values: FlagValues): Command {
  const format = choiceOf(values, 'format', listFormats) ?? 'text';
  return { kind: 'checks', colour: colourOf(values), format };
}

/** The facts command of these values. */
export function factsCommand(values: FlagValues): Command {
  const format = choiceOf(values, 'format', factFormats) ?? 'text';
  const path = textOf(values, 'path');
  return { kind: 'facts', path, colour: colourOf(values), format, ...treeOptions(values) };
}

/** The harden command of these values. */
export function hardenCommand(values: FlagValues): Command {
  return {
    kind: 'harden',
    path: textOf(values, 'path'),
    colour: colourOf(values),
    write: isOn(values, 'write'),
    agents: listOf(values, 'agent') ?? [],
    ...treeOptions(values),
  };
}

function treeOptions(values: FlagValues): TreeOptions {
  return {
    config: textOf(values, 'config'),
    includeHome: isOn(values, 'include-home'),
    progress: !isOn(values, 'no-progress'),
    verbose: isOn(values, 'verbose'),
  };
}

function colourOf(values: FlagValues): ColourMode {
  return choiceOf(values, 'color', colourModes) ?? 'auto';
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}
