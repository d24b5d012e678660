import type { ShellCommand, ShellWord } from '../../model/document.ts';
import type { DataStore } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import { commandWords, programWords } from '../command/command-line.ts';
import { directoryStore, serverDirectory } from './data-directories.ts';
import type { Found } from './found-command.ts';
import type { ShellHost } from './shell-host.ts';
import type { Variables } from './variables.ts';
import { fallbackText, showPieces } from './word-pieces.ts';

/** Variables by which a server itself knows where its files are. */
const directoryVariables: Readonly<Record<string, string>> = {
  PGDATA: 'postgres',
  MYSQL_DATADIR: 'mysql',
  MARIADB_DATADIR: 'mysql',
};

/** `rm -rf` and its like on the folder in which a database server keeps its files; `null` for every other command. */
export function dataRemoval(
  command: ShellCommand,
  variables: Variables,
  host: ShellHost,
): Found | null {
  const argv = commandWords(command);
  if (!removes(argv)) return null;
  for (const word of programWords(command.words).slice(1)) {
    if (word.raw.startsWith('-')) continue;
    const directory = directoryOf(word, command, variables);
    if (directory === null) continue;
    const { scheme, path } = directory;
    const verb = argv[0] === 'rm' ? 'rm -r' : `${argv[0]} -delete`;
    const store = storeOf(scheme, path, command, host);
    return {
      command,
      provider: null,
      verb,
      via: 'files',
      destroys: 'database',
      skipsPrompt: !argv.some((one) => /^-[a-zA-Z]*[iI]|^--interactive/.test(one ?? '')),
      recovery: null,
      safeVariant: null,
      at: command.at,
      credentials: [],
      targets: [],
      named: path.startsWith('/') ? { names: [path] } : {},
      stores: [
        {
          key: store.key,
          because: `${verb} removes ${path}, where the server keeps its data`,
          facts: [store],
        },
      ],
    };
  }
  return null;
}

function removes(argv: readonly (string | null)[]): boolean {
  if (argv[0] === 'find') return argv.includes('-delete');
  return argv[0] === 'rm' && argv.some((word) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(word ?? ''));
}

function directoryOf(
  word: ShellWord,
  command: ShellCommand,
  variables: Variables,
): { readonly scheme: string; readonly path: string } | null {
  const { pieces } = variables.resolve(word, command);
  const shown = showPieces(pieces);
  const own = /^\$\{?(\w+)\}?(?:\/[*.]*)?$/.exec(shown)?.[1] ?? '';
  const scheme = Object.hasOwn(directoryVariables, own) ? directoryVariables[own] : undefined;
  if (scheme !== undefined) return { scheme, path: shown };
  const path = fallbackText(pieces);
  return path === null ? null : serverDirectory(path);
}

function storeOf(scheme: string, path: string, { at }: ShellCommand, host: ShellHost): DataStore {
  const key = entityKey(`${host.key}#data/${path}`);
  return directoryStore(key, { scheme, path }, '', at, host.collector);
}
