import type { ShellCommand } from '../../model/document.ts';
import { commandWords, type DestructiveMatch } from '../command/command-line.ts';

const outFlag = /^--?(?:out|save-plan|plan|plan-out)(?:=(.+))?$/;

/**
 * Whether a command does exactly what a saved plan says: it names a file that an earlier command of the job saved, or one that is called a plan,
 * as one handed over by another job is.
 */
export function isReviewedPlan(
  match: DestructiveMatch,
  commands: readonly ShellCommand[],
  command: ShellCommand,
): boolean {
  if (match.spec.destroys !== 'anything' && match.spec.destroys !== 'environment') return false;
  const verb = match.spec.argv.length;
  const words = match.argv.slice(verb).map((word) => word ?? '');
  const given = words.filter((word) => word !== '' && !word.startsWith('-'));
  const last = given.at(-1);
  if (words.some((word) => /^--plan(?:=|$)/.test(word))) return true;
  if (last !== undefined && /(?:^|[./_-])(?:tf)?plan(?:[./_-]|$)|\.tfplan$/i.test(last))
    return true;
  const raw = command.words.at(-1)?.raw ?? '';
  if (/plan/i.test(raw) && !raw.startsWith('-')) return true;
  const saved = commands
    .filter((other) => other.at.file === command.at.file && other.at.start < command.at.start)
    .flatMap((other) => savedFiles(other));
  return given.some((word) => saved.includes(word));
}

function savedFiles(command: ShellCommand): readonly string[] {
  const words = commandWords(command).map((word) => word ?? '');
  return words.flatMap((word, position) => {
    const found = outFlag.exec(word);
    if (found === null) return [];
    const file = found[1] ?? words[position + 1];
    return file === undefined || file === '' ? [] : [file];
  });
}
