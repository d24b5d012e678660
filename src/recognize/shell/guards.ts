import type { ShellCommand, ShellContext, ShellDocument } from '../../model/document.ts';
import type { Strength } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import {
  looksAtHost,
  namesEnvironment,
  opposite,
  shellMeaning,
  valueMeaning,
  wantsConsent,
} from './conditions.ts';
import { functionOf } from './variables.ts';

/** A control in the script, with the command that shows it. */
export interface SeenGuard {
  readonly strength: Strength;
  readonly at: SourceRange;
}

const stopping = new Set([
  'exit',
  'return',
  'die',
  'fail',
  'abort',
  'fatal',
  'usage',
  'err',
  'error_exit',
  'bail',
]);
const dialogs = /^(?:gum|whiptail|dialog|zenity|kdialog)$/;
const maxCallers = 3;

/** Controls that the script passes before it reaches a command: around it, before it, or in everything that calls its function. */
export function guardsBefore(
  document: ShellDocument,
  target: ShellCommand,
  depth = 0,
): readonly SeenGuard[] {
  const found: SeenGuard[] = [...contextGuards(document, target)];
  for (const command of document.commands) {
    if (command.at.start >= target.at.start) break;
    if (functionOf(command) === functionOf(target))
      found.push(...commandGuards(document, command, target));
  }
  const owner = functionOf(target);
  if (found.length > 0 || owner === null || depth >= maxCallers) return found;
  const calls = document.commands.filter(
    (command) => command.words[0]?.text === owner && functionOf(command) !== owner,
  );
  const each = calls.map((call) => guardsBefore(document, call, depth + 1));
  return each.every((guards) => guards.length > 0) ? each.flat() : [];
}

/** A branch that is only taken when somebody agreed, or outside production. */
function contextGuards(document: ShellDocument, target: ShellCommand): readonly SeenGuard[] {
  return target.within.flatMap((context): readonly SeenGuard[] => {
    const at = target.at;
    const meaning = meaningOf(context);
    if (meaning === 'not-production' || isBranchOfHost(context))
      return [{ strength: 'blocks', at }];
    const question = conditionAsks(document, context.text, target);
    if (question !== null) return [{ strength: 'asks', at: question }];
    if (context.kind !== 'case') return [];
    const subject = caseAround(target)?.subject ?? '';
    const asked = conditionAsks(document, subject, target);
    return asked === null ? [] : [{ strength: 'asks', at: asked }];
  });
}

/** A branch that is taken on one machine only, or by a server of one role only. */
function isBranchOfHost({ kind, text }: ShellContext): boolean {
  return /^(?:if|else|and|or)$/.test(kind) && looksAtHost(text);
}

/** What it says about production that a command in this context runs. */
function meaningOf({ kind, text }: ShellContext) {
  switch (kind) {
    case 'if':
    case 'and':
      return shellMeaning(text);
    case 'else':
    case 'or':
      return opposite(shellMeaning(text));
    default:
      return null;
  }
}

/** What a command before the target does to it: stop the script in production, or unless somebody agrees. */
function commandGuards(
  document: ShellDocument,
  command: ShellCommand,
  target: ShellCommand,
): readonly SeenGuard[] {
  const name = command.words[0]?.text ?? '';
  const inner = command.within.at(-1);
  const outer = command.within.slice(0, -1);
  if (stopping.has(name) && inner !== undefined && isPrefix(outer, target.within)) {
    if (meaningOf(inner) === 'production' || looksAtHost(inner.text)) {
      return [{ strength: 'blocks', at: command.at }];
    }
    const question = conditionAsks(document, inner.text, command);
    if (question !== null) return [{ strength: 'asks', at: question }];
    return inner.kind === 'case' ? caseGuards(document, command) : [];
  }
  // A function that asks, called as a statement, stops the script itself.
  const isPlain = isPrefix(command.within, target.within);
  return isPlain && asksItself(document, name) ? [{ strength: 'asks', at: command.at }] : [];
}

/** `case "$ENV" in prod*) exit 1 ;; esac` and `case "$answer" in y*) ;; *) exit 1 ;; esac`. */
function caseGuards(document: ShellDocument, command: ShellCommand): readonly SeenGuard[] {
  const seen = caseAround(command);
  if (seen === null) return [];
  const question = conditionAsks(document, seen.subject, command);
  if (question !== null) return [{ strength: 'asks', at: question }];
  const name = /\$\{?(\w+)/.exec(seen.subject)?.[1] ?? '';
  const isProduction = seen.pattern.split('|').some((one) => valueMeaning(one) === 'production');
  return namesEnvironment(name) && isProduction ? [{ strength: 'blocks', at: command.at }] : [];
}

/** Subject of the innermost `case` around a command, and the pattern of its branch. */
function caseAround(
  command: ShellCommand,
): { readonly subject: string; readonly pattern: string } | null {
  const text = command.within.findLast((context) => context.kind === 'case')?.text ?? '';
  const middle = text.indexOf(' in ');
  return middle < 0 ? null : { subject: text.slice(0, middle), pattern: text.slice(middle + 4) };
}

/** The place of the question whose answer a condition hangs on, `null` when it hangs on none. */
function conditionAsks(
  document: ShellDocument,
  condition: string,
  target: ShellCommand,
): SourceRange | null {
  if (condition === '') return null;
  for (const command of document.commands) {
    if (command.at.start >= target.at.start) break;
    const name = command.words[0]?.text ?? '';
    if (isQuestion(document, command)) {
      if (isPartOf(command, condition)) return command.at;
      if (answersOf(command).some((answer) => mentions(condition, answer))) return command.at;
    } else if (asksItself(document, name) && new RegExp(`\\b${escaped(name)}\\b`).test(condition)) {
      return command.at;
    }
  }
  return wantsConsent(condition) ? target.at : null;
}

/** Whether the words of a command stand in a condition. Their ranges are those of the file, which a condition does not have. */
function isPartOf(command: ShellCommand, condition: string): boolean {
  const words = command.words.map((word) => word.raw).join(' ');
  return words !== '' && condition.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' '));
}

function mentions(condition: string, variable: string): boolean {
  return new RegExp(`\\$\\{?${escaped(variable)}\\b`).test(condition);
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}

/** A command that waits for a person: `read` at the terminal, or a dialog. */
function isQuestion(document: ShellDocument, command: ShellCommand): boolean {
  const name = command.words[0]?.text ?? '';
  if (dialogs.test(name)) return name !== 'gum' || command.words[1]?.text === 'confirm';
  if (name !== 'read') return false;
  if (command.words.some((word) => /^-[a-zA-Z]*p/.test(word.raw))) return true;
  const isPiped = document.commands.some(
    (other) => other.pipeline === command.pipeline && other !== command,
  );
  const isLoop = command.within.at(-1)?.kind === 'loop';
  return !isPiped && !isLoop && command.redirects.length === 0;
}

function answersOf(command: ShellCommand): readonly string[] {
  const valued = /^-[a-zA-Z]*[adinNptu]$/;
  const names = command.words.slice(1).filter((word, index) => {
    const before = command.words[index]?.raw ?? '';
    return /^[A-Za-z_]\w*$/.test(word.raw) && !(before !== 'read' && valued.test(before));
  });
  return names.length > 0 ? names.map((word) => word.raw) : ['REPLY'];
}

/** A function of the script that asks; for one from elsewhere its name must say so. */
function asksItself(document: ShellDocument, name: string): boolean {
  if (!/^[A-Za-z_][\w-]*$/.test(name)) return false;
  const body = document.commands.filter((command) => functionOf(command) === name);
  if (body.length > 0) return body.some((command) => isQuestion(document, command));
  return /^(?:confirm|ask_|prompt_|are_you_sure)/.test(name);
}

function isPrefix(outer: readonly ShellContext[], within: readonly ShellContext[]): boolean {
  return outer.every((context, index) => {
    const other = within[index];
    return other?.kind === context.kind && other.text === context.text;
  });
}
