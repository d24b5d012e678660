import { expect, it } from 'vitest';
import type { CommandHabits, CommandPattern } from '../model/permission.ts';
import { noHabits } from '../model/permission.ts';
import { isAmong, openedFiles } from './permission-habits.ts';

const command = (text: string) => ({ words: text === '' ? [] : text.split(' ') });
const starts = ['show', 'tool list'];

const cases: readonly (readonly [CommandPattern['rest'], string, boolean])[] = [
  [null, 'show', true],
  [null, 'show -x y', true],
  [null, 'tool list a', true],
  [null, 'tool', false],
  [null, 'tool lists', false],
  [null, 'shows', false],
  [null, '', false],
  [{ has: 'none', of: ['-w', '--out*'] }, 'show', true],
  [{ has: 'none', of: ['-w', '--out*'] }, 'show a -ww', true],
  [{ has: 'none', of: ['-w', '--out*'] }, 'show a -w', false],
  [{ has: 'none', of: ['-w', '--out*'] }, 'tool list --output=x', false],
  [{ has: 'some', of: ['-w', '--out*'] }, 'show', false],
  [{ has: 'some', of: ['-w', '--out*'] }, 'show a --out', true],
  [{ has: 'only', of: ['-a', '-v*'] }, 'tool list', true],
  [{ has: 'only', of: ['-a', '-v*'] }, 'tool list -a -vv', true],
  [{ has: 'only', of: ['-a', '-v*'] }, 'tool list -a b', false],
];

it.each(cases)('%j of %s → %s', (rest, text, expected) => {
  expect(isAmong([{ starts, rest }], command(text))).toBe(expected);
});

it('takes what is no flag for a file', () => {
  const habits: CommandHabits = { ...noHabits, opensFiles: ['page'] };
  expect(openedFiles(habits, command('page -n a.txt b/c'))).toEqual(['a.txt', 'b/c']);
  expect(openedFiles(habits, command('pager a.txt'))).toEqual([]);
});

it('finds nothing where nothing is known', () => {
  expect(isAmong(noHabits.readOnly, command('ls'))).toBe(false);
  expect(openedFiles(noHabits, command('cat a'))).toEqual([]);
});
