import { type CommandHabits, noHabits } from '../../model/permission.ts';

const reading =
  'basename cat comm cut date diff dirname du file fmt fold grep head join less ls md5sum more nl od paste pwd readlink sha1sum sha256sum shasum sort stat sum tac tail tr uname uniq wc which cd echo tree whoami';

/** What turns `find` from a search into something that runs. */
const findActions = ['-exec', '-execdir', '-ok', '-okdir'];

/**
 * What Vibe runs unasked when no allowlist is written; a list of one's own takes its place.
 * @see https://github.com/mistralai/mistral-vibe/blob/main/vibe/core/tools/builtins/bash.py (read 2026-11-21)
 */
export const defaultHabits: CommandHabits = {
  ...noHabits,
  readOnly: [
    { starts: [...reading.split(' '), 'git diff', 'git log', 'git status'], rest: null },
    { starts: ['find'], rest: { has: 'none', of: findActions } },
  ],
  needsExactRule: [{ starts: ['find'], rest: { has: 'some', of: findActions } }],
};

/** With a list of one's own, only the guard around `find` is left. */
export const listedHabits: CommandHabits = { ...defaultHabits, readOnly: [] };

/** What Vibe refuses when no denylist is written; a list of one's own takes its place too. */
export const defaultDenylist: readonly string[] =
  'gdb,pdb,passwd,nano,vim,vi,emacs,bash -i,sh -i,zsh -i,fish -i,dash -i,screen,tmux'.split(',');
