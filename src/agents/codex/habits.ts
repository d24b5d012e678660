import { type CommandHabits, noHabits } from '../../model/permission.ts';

const readers =
  'cat cd cut echo expr false grep head id ls nl paste pwd rev seq stat tail tr true uname uniq wc which whoami';

/**
 * Commands that Codex knows as read-only: they run unasked in every mode. What the sandbox denies to read is denied to all of them.
 * @see https://github.com/openai/codex/blob/main/codex-rs/shell-command/src/command_safety/is_safe_command.rs (read 2026-11-21)
 */
export const habits: CommandHabits = {
  ...noHabits,
  readOnly: [
    { starts: readers.split(' '), rest: null },
    {
      starts: ['find'],
      rest: {
        has: 'none',
        of: ['-exec', '-execdir', '-ok', '-okdir', '-delete', '-fls', '-fprint*'],
      },
    },
    {
      starts: ['rg'],
      rest: { has: 'none', of: ['--pre', '--pre=*', '--hostname-bin*', '-z', '--search-zip'] },
    },
    {
      starts: ['git status', 'git log', 'git diff', 'git show'],
      rest: { has: 'none', of: ['--output*', '--ext-diff', '--textconv', '--exec*', '-c'] },
    },
  ],
  opensFiles: ['cat', 'head', 'tail', 'sed', 'grep', 'rg', 'less', 'more', 'nl', 'awk', 'cut'],
};
