import type { ShellCommand } from '../../model/document.ts';
import { type DestructiveCommand, entityKey, type Fact, type Tier } from '../../model/fact.ts';
import { tierOf, tierOfPath } from '../tier.ts';
import { standsBefore } from './command-folder.ts';
import { commandWords } from './command-line.ts';

/** The stage that a command of infrastructure code works on, and what says so. */
interface ToldStage {
  readonly tier: Tier;
  /** As a clause: "it is handed prod.tfvars". */
  readonly because: string;
}

const FILE_FLAG = /^--?(?:var-file|backend-config)(?:=(.*))?$/s;
const VALUE_FLAG = /^--?var(?:=(.*))?$/s;
const STAGE_VALUE = /^(?:env|environment|stage)(?:_?name)?=["']?([\w-]{1,40})["']?$/;

/**
 * The stage that a command is told: by the files and values that it is handed, by the workspace that was selected before it, or by where the state
 * that was set up before it lies.
 */
export function stageFacts(
  fact: DestructiveCommand,
  command: ShellCommand,
  commands: readonly ShellCommand[],
): readonly Fact[] {
  const words = commandWords(command);
  const before = commands.filter((other) => standsBefore(other, command)).reverse();
  const told =
    handed(words) ?? workspaceOf(command) ?? first(before, (other) => selected(other, words[0]));
  return told === null || told.tier === 'unknown' ? [] : factsOf(fact, told);
}

function first(
  commands: readonly ShellCommand[],
  find: (command: ShellCommand) => ToldStage | null,
): ToldStage | null {
  for (const command of commands) {
    const found = find(command);
    if (found !== null) return found;
  }
  return null;
}

function handed(words: readonly (string | null)[]): ToldStage | null {
  for (const [position, word] of words.entries()) {
    const file = flagValue(FILE_FLAG, word, words[position + 1]);
    const value = STAGE_VALUE.exec(flagValue(VALUE_FLAG, word, words[position + 1]) ?? '')?.[1];
    const told = file ?? value;
    const tier = file === undefined ? tierOf(value ?? '') : tierOfPath(file);
    if (tier !== null && told !== undefined) return { tier, because: `it is handed ${told}` };
  }
  return null;
}

/** `-flag=value`, or `-flag value`. */
function flagValue(
  flag: RegExp,
  word: string | null,
  next: string | null | undefined,
): string | undefined {
  const match = flag.exec(word ?? '');
  return match === null ? undefined : (match[1] ?? next ?? undefined);
}

/** What an earlier command of the same program, or of the shell, left selected. */
function selected(other: ShellCommand, program: string | null | undefined): ToldStage | null {
  const words = commandWords(other);
  if (words.length === 0 || words[0] === 'export') return workspaceOf(other);
  if (program == null || words[0] !== program) return null;
  const verb = words.indexOf('workspace');
  if (verb > 0 && (words[verb + 1] === 'select' || words[verb + 1] === 'new')) {
    const name = words.slice(verb + 2).find((word) => word !== null && !word.startsWith('-'));
    return inWorkspace(name ?? '');
  }
  return words.includes('init') ? handed(words) : null;
}

function workspaceOf({ assignments }: ShellCommand): ToldStage | null {
  const value = assignments.findLast(({ name }) => name === 'TF_WORKSPACE')?.value.text;
  return inWorkspace(value ?? '');
}

function inWorkspace(name: string): ToldStage | null {
  const tier = tierOf(name);
  return tier === null ? null : { tier, because: `it works in the workspace ${name}` };
}

function factsOf(command: DestructiveCommand, { tier, because }: ToldStage): readonly Fact[] {
  const { at, collector } = command;
  const key = entityKey(`${command.key}/environment`);
  const shared = { at, confidence: 'high' } as const;
  return [
    {
      kind: 'Environment',
      ...shared,
      key,
      aliases: [],
      name: tier,
      collector,
      implied: false,
      tier,
    },
    {
      kind: 'Relation',
      ...shared,
      rel: 'in',
      from: command.key,
      to: key,
      actions: [],
      because,
    },
  ];
}
