import { type CommandHabits, noHabits } from '../../model/permission.ts';

/**
 * Entries that VS Code brings along and that ask even where something broader lets a command run. Entries of the files with the same key replace
 * them.
 * @see https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/terminalContrib/chatAgentTools/common/terminalChatAgentToolsConfiguration.ts (read 2026-11-21)
 */
export const builtInQuestions: readonly string[] = [
  ...'rm rmdir del ri rd erase dd kill ps top spps taskkill curl wget irm iwr chmod chown sp jq xargs eval iex'.split(
    ' ',
  ),
  'Remove-Item',
  'Stop-Process',
  'taskkill.exe',
  'Invoke-RestMethod',
  'Invoke-WebRequest',
  'Set-ItemProperty',
  'Set-Acl',
  'Invoke-Expression',
  '/^find\\b.*\\s-(delete|exec|execdir|fprint|fprintf|fls|ok|okdir)\\b/',
  '/^rg\\b.*\\s(--pre|--hostname-bin)\\b/',
  '/^sed\\b.*\\s(-[a-zA-Z]*(e|f)[a-zA-Z]*|--expression|--file)\\b/',
  '/^sed\\b.*s\\/.*\\/.*\\/[ew]/',
  '/^sort\\b.*\\s-(o|S)\\b/',
  '/^tree\\b.*\\s-o\\b/',
  '/^date\\b.*\\s(-s|--set)\\b/',
];

const anyRest = null;

/**
 * What VS Code runs unasked by its own list.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export const builtInHabits: CommandHabits = {
  ...noHabits,
  readOnly: [
    {
      starts:
        'cd echo ls dir pwd cat head tail findstr wc tr cut cmp which basename dirname realpath readlink stat file od du df sleep nl grep column date find rg sed sort tree'.split(
          ' ',
        ),
      rest: anyRest,
    },
    {
      starts: ['git status', 'git log', 'git show', 'git diff', 'git ls-files', 'git grep'],
      rest: anyRest,
    },
    {
      starts: ['git branch'],
      rest: { has: 'none', of: ['-d', '-D', '-m', '-M', '--delete', '--force'] },
    },
    {
      starts: 'ps images info version inspect logs top stats port diff search events'
        .split(' ')
        .map((word) => `docker ${word}`),
      rest: anyRest,
    },
    {
      starts:
        'npm ls,npm list,npm outdated,npm view,npm info,npm explain,npm why,npm ci,yarn list,yarn why,pnpm ls,pnpm list,pnpm why'.split(
          ',',
        ),
      rest: anyRest,
    },
  ],
};

/**
 * Files whose edits VS Code asks about although it applies others unasked.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export const protectedEdits: readonly string[] = [
  '**/.vscode/*.json',
  '**/.git/**',
  '**/package.json',
  '**/.env',
  '**/*.lock',
];
