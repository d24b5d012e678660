import type { ShellCommand, ShellContext, ShellDocument } from '../../model/document.ts';
import { functionOf } from './variables.ts';

/** Functions that call one another. */
const maxCallers = 4;
const maxCalls = 50;
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
  for (const context of command.within) {
    const words = wordsOf(document, context);
    if (words !== null) return words;
  }
  const owner = functionOf(command);
  if (owner === null || depth >= maxCallers) return null;
  const calls = document.commands
    .filter((other) => other.words[0]?.text === owner && functionOf(other) !== owner)
    .slice(0, maxCalls);
  const each = calls.map((call) => firstArguments(document, call, depth + 1));
  const known = each.flatMap((words) => words ?? []);
  return calls.length === 0 || each.includes(null) ? null : [...new Set(known)];
}

/** Words that the first argument is compared to by a branch around a command; `null` where it looks at something else, or at a pattern. */
function wordsOf(document: ShellDocument, { kind, text }: ShellContext): readonly string[] | null {
  if (kind === 'if') {
    const [, name = '', word = ''] = comparison.exec(text) ?? [];
    return plainWord.test(word) && isFirst(document, name) ? [word] : null;
  }
  if (kind !== 'case') return null;
  const end = text.indexOf(' in ');
  const name = /^["']?\$\{?(\w+)/.exec(text)?.[1] ?? '';
  if (end < 0 || !isFirst(document, name)) return null;
  const words = text
    .slice(end + 4)
    .split('|')
    .map((word) => word.trim().replaceAll(/["']/g, ''));
  return words.every((word) => plainWord.test(word)) ? words : null;
}

/** Whether a name stands for the first argument: `1`, or a variable that is only ever set to it. */
function isFirst(document: ShellDocument, name: string): boolean {
  if (name === '1') return true;
  const set = document.commands.flatMap((command) =>
    command.assignments.filter((assignment) => assignment.name === name),
  );
  return (
    set.length > 0 &&
    set.every(({ value }) => /^["']?\$(?:1|\{1(?::?-[^}]*)?\})["']?$/.test(value.raw))
  );
}
