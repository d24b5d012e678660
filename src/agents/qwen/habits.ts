import { type CommandHabits, noHabits } from '../../model/permission.ts';

const actions = ['-exec', '-execdir', '-ok', '-okdir', '-delete', '-fprint*', '-fls'];

/**
 * Commands that only read run unasked in every mode, and rules for reading bind commands that open files.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/approval-mode.md (read 2026-11-21)
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/settings.md (read 2026-11-21)
 */
export const habits: CommandHabits = {
  ...noHabits,
  readOnly: [
    { starts: 'ls cat pwd echo head tail grep wc which'.split(' '), rest: null },
    { starts: ['find'], rest: { has: 'none', of: actions } },
    {
      starts: ['git status', 'git log', 'git diff', 'git show'],
      rest: { has: 'none', of: ['--output*', '--ext-diff'] },
    },
  ],
  opensFiles: ['cat', 'head', 'tail', 'sed', 'grep', 'less', 'more', 'nl', 'cp', 'mv'],
};
