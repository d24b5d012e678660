import type { ShellCommand, ShellDocument } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { commandWords, programWords } from '../command/command-line.ts';
import type { Placement } from './destination.ts';
import type { Resolved, Variables } from './variables.ts';
import { fallbackText, showPieces } from './word-pieces.ts';

const minutesPerDay = 24 * 60;

/** How long the script keeps copies in a place: what its own clean-up says, else not known from here. */
export function retentionOf(
  place: Placement,
  document: ShellDocument,
  variables: Variables,
): Value<number> {
  for (const command of document.commands) {
    const days =
      findRetention(command, place, document, variables) ?? resticRetention(command, place);
    if (days !== null) return written(days.value, days.at);
  }
  return unknown('external', place.at);
}

interface Days {
  readonly value: number;
  readonly at: SourceRange;
}

/** `find <place> -mtime +14 -delete`, also with `-exec rm` or a pipe into `xargs rm`. */
function findRetention(
  command: ShellCommand,
  place: Placement,
  document: ShellDocument,
  variables: Variables,
): Days | null {
  const words = programWords(command.words);
  if (commandWords(command)[0] !== 'find' || !deletes(command, document)) return null;
  const resolve = (word: (typeof words)[number]): Resolved => variables.resolve(word, command);
  const firstTest = words.findIndex((word, index) => index > 0 && /^[-(!\\]/.test(word.raw));
  const roots = words.slice(1, firstTest < 0 ? words.length : firstTest);
  if (!roots.some((root) => holds(showPieces(resolve(root).pieces), place.shown))) return null;
  const test = words.findIndex((word) => word.text === '-mtime' || word.text === '-mmin');
  const amount = words[test + 1];
  if (test < 0 || amount === undefined) return null;
  const count = /^\+?(\d+)$/.exec(fallbackText(resolve(amount).pieces) ?? '')?.[1];
  if (count === undefined) return null;
  const value = Number(count) / (words[test]?.text === '-mmin' ? minutesPerDay : 1);
  return { value, at: command.at };
}

function deletes(command: ShellCommand, document: ShellDocument): boolean {
  const words = command.words.map((word) => word.text);
  if (words.includes('-delete')) return true;
  if (/^-(?:exec|execdir|ok)$/.test(words[words.indexOf('rm') - 1] ?? '')) return true;
  return document.commands.some(
    (other) =>
      other.pipeline === command.pipeline &&
      other.at.start > command.at.start &&
      commandWords(other)[0] === 'rm',
  );
}

/** Whether a folder holds a path, both as they are shown. */
function holds(folder: string, path: string): boolean {
  const base = folder.replace(/\/+$/, '');
  return base !== '' && (path === base || path.startsWith(`${base}/`));
}

/** `restic forget --keep-daily 14`, `--keep-within 30d`. */
function resticRetention(command: ShellCommand, place: Placement): Days | null {
  const words = commandWords(command);
  if (place.path !== null || words[0] !== 'restic' || !words.includes('forget')) return null;
  const value = (flag: string): string | undefined => {
    const position = words.findIndex((word) => word === flag || word?.startsWith(`${flag}=`));
    if (position < 0) return undefined;
    return words[position]?.split('=')[1] ?? words[position + 1] ?? undefined;
  };
  const within = /^(\d+)d$/.exec(value('--keep-within') ?? '')?.[1];
  const daily = /^(\d+)$/.exec(value('--keep-daily') ?? '')?.[1];
  const days = within ?? daily;
  return days === undefined ? null : { value: Number(days), at: command.at };
}
