import type { CommandHabits, CommandPattern } from '../model/permission.ts';
import type { SimpleCommand } from './permission-command.ts';

/** Whether one of the patterns names this command. Wrappers must be off already. */
export function isAmong(
  patterns: readonly CommandPattern[],
  command: Pick<SimpleCommand, 'words'>,
): boolean {
  const [program] = command.words;
  if (program === undefined) return false;
  const { byProgram, open } = beginningsOf(patterns);
  const isThis = ({ starts, rest }: Beginning): boolean =>
    starts.every((wanted, index) => isWord(wanted, command.words[index])) &&
    allows(rest, command.words.slice(starts.length));
  return byProgram.get(program)?.some(isThis) === true || open.some(isThis);
}

/** The words a command starts with, and what may follow. */
interface Beginning {
  readonly starts: readonly string[];
  readonly rest: CommandPattern['rest'];
}

interface Beginnings {
  readonly byProgram: ReadonlyMap<string, readonly Beginning[]>;
  /** Those that name the program by its beginning only. */
  readonly open: readonly Beginning[];
}

const knownBeginnings = new WeakMap<readonly CommandPattern[], Beginnings>();

/** The hundreds of commands that an agent knows, by their first word: worked out once for the many commands that are asked for. */
function beginningsOf(patterns: readonly CommandPattern[]): Beginnings {
  const before = knownBeginnings.get(patterns);
  if (before !== undefined) return before;
  const byProgram = new Map<string, Beginning[]>();
  const open: Beginning[] = [];
  for (const { starts, rest } of patterns) {
    for (const start of starts) {
      const words = start.split(' ');
      const [program = ''] = words;
      const beginning = { starts: words, rest };
      const list = byProgram.get(program);
      if (program.endsWith('*')) open.push(beginning);
      else if (list === undefined) byProgram.set(program, [beginning]);
      else list.push(beginning);
    }
  }
  const beginnings = { byProgram, open };
  knownBeginnings.set(patterns, beginnings);
  return beginnings;
}

/** Files that the command opens, so that rules for reading govern it. */
export function openedFiles(
  habits: CommandHabits,
  command: Pick<SimpleCommand, 'words'>,
): readonly string[] {
  const [name = '', ...rest] = command.words;
  if (!habits.opensFiles.includes(name)) return [];
  return rest.filter((word) => word !== '' && !word.startsWith('-'));
}

function allows(rest: CommandPattern['rest'], words: readonly string[]): boolean {
  if (rest === null) return true;
  const isNamed = (word: string): boolean => rest.of.some((wanted) => isWord(wanted, word));
  switch (rest.has) {
    case 'none':
      return !words.some(isNamed);
    case 'some':
      return words.some(isNamed);
    case 'only':
      return words.every(isNamed);
  }
}

function isWord(wanted: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}
