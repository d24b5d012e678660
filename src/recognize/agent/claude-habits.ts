import type { CommandHabits } from '../../model/permission.ts';

/** What turns `find` from a search into something that runs or writes. */
const findActions = ['-exec', '-execdir', '-ok', '-okdir', '-delete', '-fprint*', '-fls'];

const readOnlyGit =
  'status log diff show blame rev-parse ls-files describe shortlog cat-file ls-tree';

/**
 * What Claude Code does with commands beside its rules.
 * @see https://code.claude.com/docs/en/permissions (read 2026-11-21)
 */
export const claudeHabits: CommandHabits = {
  readOnly: [
    { starts: 'ls cat echo pwd head tail grep wc which diff stat du cd'.split(' '), rest: null },
    { starts: ['find'], rest: { has: 'none', of: findActions } },
    {
      starts: readOnlyGit.split(' ').map((verb) => `git ${verb}`),
      rest: { has: 'none', of: ['--output*', '--ext-diff'] },
    },
    {
      starts: ['git branch'],
      rest: { has: 'only', of: ['-a', '-r', '-v', '-vv', '--list', '--all', '--show-current'] },
    },
    { starts: ['git remote'], rest: { has: 'only', of: ['-v', '--verbose'] } },
  ],
  needsExactRule: [
    { starts: ['watch', 'setsid', 'ionice', 'flock'], rest: null },
    { starts: ['find'], rest: { has: 'some', of: findActions } },
  ],
  opensFiles: ['cat', 'head', 'tail', 'sed', 'grep', 'less', 'more', 'nl'],
  redirectsAreEdits: true,
  wrappers: [
    ...['time', 'nohup', 'command', 'builtin', 'noglob', 'nice', 'stdbuf'].map((name) => ({
      name,
      operands: 0,
      bareOnly: false,
    })),
    { name: 'timeout', operands: 1, bareOnly: false },
    { name: 'xargs', operands: 0, bareOnly: true },
  ],
  harmlessVariables: [
    ...['LANG', 'LANGUAGE', 'LC_*', 'TZ', 'TERM', 'NO_COLOR', 'FORCE_COLOR', 'CLICOLOR'],
    ...['COLUMNS', 'LINES', 'PAGER'],
  ],
};
