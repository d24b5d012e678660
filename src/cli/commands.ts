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
  | FactsCommand;

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

/** Names that are commands, not paths. */
export const commandNames = ['explain', 'checks', 'facts'] as const;

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

function treeOptions(values: FlagValues): TreeOptions {
  return {
    config: textOf(values, 'config'),
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
