import type { Strength } from '../../model/fact.ts';
import type { PythonCall } from '../../recognize/python/calls.ts';
import { functionAround, type PythonModule } from './module.ts';

/** What stops a program, or makes it ask, and where that is written. */
export interface PythonGuard {
  readonly strength: Strength;
  readonly start: number;
  readonly end: number;
}

/** Controls that a program passes before it comes to a place in its text. */
export type PythonGuards = (start: number) => readonly PythonGuard[];

const asks =
  /^(?:input|raw_input|getpass)$|(?:^|\.)(?:confirm|prompt|ask_yes_no|yes_no|Confirm\.ask|Prompt\.ask)$|(?:^|[._])confirm\w*$/i;
const consent =
  /\b(?:yes|confirm(?:ed)?|force|apply|execute|commit|really|dry_?run|no_dry_run|i_know\w*|go|live)\b/i;
const stage =
  /\b\w*(?:env|environment|stage|tier|database_url|db_url|dsn|host)\w*\b|['"][^'"]*(?:prod|localhost|127\.0\.0\.1|test)[^'"]*['"]/i;
const stops = /\b(?:raise|sys\.exit|exit|quit|return|abort|SystemExit|die)\b/;
/** Whether a variable is there says nothing about where it leads. */
const compares = /[=!]=|\bin\b|\.(?:startswith|endswith|match|search|lower)\b/;
/** Places that use one function; more say nothing new. */
const maxUses = 50;
const maxQuestions = 200;

/**
 * Finds the controls of a program: a question to a person, a branch on a flag of consent, a refusal of an environment or host. They stand before the
 * place itself, or before every use of the function around it. Text tells no more, so what looks like one counts as one.
 */
export function guardsOf(module: PythonModule): PythonGuards {
  const lines = linesOf(module);
  const questions = questionsOf(module);
  const known = new Map<string, readonly PythonGuard[] | 'open'>();

  const before = (start: number): readonly PythonGuard[] => {
    const owner = functionAround(module, start);
    const asked = questions.filter(
      (question) => question.start < start && (question.owner === null || question.owner === owner),
    );
    const own = [...asked.slice(0, 1).map(asGuard), ...branchesBefore(lines, start)];
    return own.length > 0 || owner === null ? own : ofCallers(owner);
  };

  const ofCallers = (name: string): readonly PythonGuard[] => {
    const seen = known.get(name);
    if (seen !== undefined) return seen === 'open' ? [] : seen;
    known.set(name, 'open');
    const uses = usesOf(name, module).filter(({ owner }) => known.get(owner ?? '') !== 'open');
    const each = uses.map(({ start }) => before(start));
    const found = each.every((guards) => guards.length > 0) ? each.flat() : [];
    known.set(name, found);
    return found;
  };
  return before;
}

interface Question {
  readonly start: number;
  readonly end: number;
  /** The function that it stands in, `null` outside of any. */
  readonly owner: string | null;
}

/** Calls that wait for a person: those of libraries, and those of the program's own functions that do. */
function questionsOf(module: PythonModule): readonly Question[] {
  const asking = module.calls
    .filter(({ name }) => asks.test(name))
    .slice(0, maxQuestions)
    .map((call) => questionAt(call, module));
  const owners = new Set(asking.flatMap(({ owner }) => owner ?? []));
  const through = module.calls
    .filter(({ name }) => owners.has(name.replace(/^(?:self|cls)\./, '')) && !asks.test(name))
    .slice(0, maxQuestions)
    .map((call) => questionAt(call, module));
  return [...asking, ...through];
}

/** A decorator belongs to the function under it. */
function questionAt({ start, end, position }: PythonCall, module: PythonModule): Question {
  const { tokens } = module;
  if (tokens[position - 1]?.text !== '@') {
    return { start, end, owner: functionAround(module, start) };
  }
  const define = tokens.findIndex(({ text }, index) => index > position && text === 'def');
  return { start, end, owner: tokens[define + 1]?.text ?? null };
}

function asGuard({ start, end }: Question): PythonGuard {
  return { strength: 'asks', start, end };
}

/** Where a function of the program is used: called, or handed on to whoever calls it. */
function usesOf(
  name: string,
  module: PythonModule,
): readonly { readonly start: number; readonly owner: string | null }[] {
  return module.tokens
    .filter(
      ({ kind, text }, position) =>
        kind === 'name' && text === name && module.tokens[position - 1]?.text !== 'def',
    )
    .slice(0, maxUses)
    .map(({ start }) => ({ start, owner: functionAround(module, start) }));
}

/** Branches and assertions in the lines before a place. */
function branchesBefore(all: readonly Line[], start: number): readonly PythonGuard[] {
  const found: PythonGuard[] = [];
  const lines = all.filter((line) => line.start < start);
  for (const [index, line] of lines.entries()) {
    const at = { start: line.start, end: line.start + line.text.length };
    if (/^\s*assert\b/.test(line.text) && stage.test(line.text)) {
      found.push({ strength: 'blocks', ...at });
    }
    if (!/^\s*(?:el)?if\b/.test(line.text)) continue;
    const end = branchEnd(lines, index);
    const body = lines.slice(index, end);
    const isAround = end === lines.length;
    const leaves = isAround || body.some(({ text }) => stops.test(text));
    if (!leaves) continue;
    if (consent.test(line.text)) found.push({ strength: 'asks', ...at });
    else if (stage.test(line.text) && compares.test(line.text))
      found.push({ strength: 'blocks', ...at });
  }
  return found;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf({ text }: PythonModule): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '' && !line.trim().startsWith('#')) lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

/** Where the branch ends that a line begins. */
function branchEnd(lines: readonly Line[], head: number): number {
  const indent = indentOf(lines[head]?.text ?? '');
  let end = head + 1;
  while (end < lines.length && indentOf(lines[end]?.text ?? '') > indent) end += 1;
  return end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
