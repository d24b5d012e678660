import type { ShellCommand, ShellContext, ShellDocument } from '../../model/document.ts';
import { functionOf } from './variables.ts';

/** Functions that call one another. */
const maxCallers = 4;
const maxCalls = 50;
/** Functions through which the arguments of the script are handed on. */
const maxHanded = 2;
/** The arguments of the script, handed on. */
const whole = /^["']?\$(?:@|\*|1|\{@\}|\{1(?::?-[^}]*)?\})["']?$/;
const first = /^["']?\$(?:1|\{1(?::?-[^}]*)?\})["']?$/;
const plainWord = /^[A-Za-z][\w:.-]*$/;
const comparison =
  /^\s*\[\[?\s+["']?\$\{?(\w+)[^\s"']{0,20}["']?\s+==?\s+["']?([\w:.-]+)["']?\s+\]\]?\s*$/;

/**
 * The words one of which a script must be started with before it reaches a command: `./ops.sh destroy` where a `case "$1"` chooses what is done.
 * `null` where any start may reach it, as far as its text tells.
 */
export function firstArguments(
  document: ShellDocument,
  command: ShellCommand,
  depth = 0,
): readonly string[] | null {
  for (const [index, context] of command.within.entries()) {
    const [name, words] = comparedTo(context) ?? [];
    if (name === undefined || words === undefined || isShifted(document, command, index)) continue;
    const owner = command.within.slice(0, index).findLast(({ kind }) => kind === 'function');
    if (isFirst(document, name, owner?.text ?? null)) return words;
  }
  const owner = functionOf(command);
  if (owner === null || depth >= maxCallers) return null;
  const calls = callsOf(document, owner);
  const each = calls.map((call) => firstArguments(document, call, depth + 1));
  const known = each.flatMap((words) => words ?? []);
  return calls.length === 0 || each.includes(null) ? null : [...new Set(known)];
}

function callsOf({ commands }: ShellDocument, name: string): readonly ShellCommand[] {
  return commands
    .filter((other) => other.words[0]?.text === name && functionOf(other) !== name)
    .slice(0, maxCalls);
}

/** What a branch looks at, and the words that it compares this to; `null` where it looks at something else, or at a pattern. */
function comparedTo({
  kind,
  text,
}: ShellContext): readonly [name: string, words: readonly string[]] | null {
  if (kind === 'if' || kind === 'and') {
    const [, name = '', word = ''] = comparison.exec(text) ?? [];
    return plainWord.test(word) ? [name, [word]] : null;
  }
  const subject = subjectOf(text);
  if (kind !== 'case' || subject === null) return null;
  const words = text
    .slice(subject.length + 4)
    .split('|')
    .map((word) => word.trim().replaceAll(/["']/g, ''));
  const name = /^["']?\$\{?(\w+)/.exec(subject)?.[1] ?? '';
  return words.every((word) => plainWord.test(word)) ? [name, words] : null;
}

function subjectOf(text: string): string | null {
  const end = text.indexOf(' in ');
  return end < 0 ? null : text.slice(0, end);
}

/** Whether a name stands for the script's first argument in this function: `1`, or a variable that is only ever set to it. */
function isFirst(document: ShellDocument, name: string, owner: string | null, depth = 0): boolean {
  if (depth > maxHanded) return false;
  if (name === '1') {
    // A function has arguments of its own, unless it is handed those of the script.
    return (
      owner === null ||
      callsOf(document, owner).every(
        (call) =>
          whole.test(call.words[1]?.raw ?? '') &&
          !isShifted(document, call, call.within.length) &&
          isFirst(document, '1', functionOf(call), depth + 1),
      )
    );
  }
  const set = document.commands.flatMap((command) =>
    command.assignments
      .filter((assignment) => assignment.name === name)
      .map(({ value }) => ({ command, value })),
  );
  return (
    set.length > 0 &&
    set.every(
      ({ command, value }) =>
        first.test(value.raw) &&
        !isShifted(document, command, command.within.length) &&
        isFirst(document, '1', functionOf(command), depth + 1),
    )
  );
}

/** Whether the arguments have moved before a command comes to a branch around it, the one at `index` of what it stands within. */
function isShifted({ commands }: ShellDocument, command: ShellCommand, index: number): boolean {
  const owner = functionOf(command);
  const branch = command.within[index];
  const isRepeated = command.within.slice(0, index).some(({ kind }) => kind === 'loop');
  return commands.some(
    (other) =>
      other.words[0]?.text === 'shift' &&
      functionOf(other) === owner &&
      (isRepeated ||
        (other.at.start < command.at.start && !isBranchOf(other.within[index], branch))),
  );
}

/** Branches of one `case`, or the same branch. */
function isBranchOf(one: ShellContext | undefined, other: ShellContext | undefined): boolean {
  if (one === undefined || other === undefined || one.kind !== other.kind) return false;
  return one.kind === 'case'
    ? subjectOf(one.text) === subjectOf(other.text)
    : one.text === other.text;
}
