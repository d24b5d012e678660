import type { CommandHabits, CommandPattern } from '../model/permission.ts';
import type { SimpleCommand } from './permission-command.ts';

/** Whether one of the patterns names this command. Wrappers must be off already. */
export function isAmong(
  patterns: readonly CommandPattern[],
  command: Pick<SimpleCommand, 'words'>,
): boolean {
  return patterns.some((pattern) =>
    pattern.starts.some((start) => {
      const first = start.split(' ');
      const starts = first.every((wanted, index) => isWord(wanted, command.words[index]));
      return starts && allows(pattern.rest, command.words.slice(first.length));
    }),
  );
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
