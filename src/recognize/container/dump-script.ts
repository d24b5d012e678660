import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { EmbeddedText, ShellCommand, ShellWord } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { commandWords } from '../command/command-line.ts';
import { type DatabaseDump, databaseDump } from '../command/database-tool.ts';
import { connectionScheme } from '../credential/connection-scheme.ts';
import type { Copying, Destination } from './backup-image.ts';

/** A script that a container runs, as its shell receives it. */
export type ContainerScript = EmbeddedText & { readonly at: SourceRange };

/** What a container's variables and a dialect's own placeholders stand for. */
export interface ScriptScope {
  /** What a variable holds; `null` where nobody can know. */
  readonly value: (name: string) => string | null;
  /** Text with the dialect's placeholders filled in; `null` where they cannot be. */
  readonly filledIn: (text: string) => string | null;
}

const withoutRows = /^(?:--schema-only|--no-data|--roles-only|--globals-only|-s)$/;
/** Dumps of one script that are looked at. */
const maxDumps = 10;
/** Commands of one script that are looked at. */
const maxCommands = 500;

/** Whether a text has a word of a dump in it at all: reading shell is dear. */
export function mayDump(text: string): boolean {
  return /dump|basebackup|--rdb|\.backup|snapshot save/.test(text);
}

/** The dumps of whole databases that a script makes, and where their bytes end. */
export function dumpsOfScript(script: ContainerScript, scope: ScriptScope): readonly Copying[] {
  const { commands } = parseEmbeddedShell(script.at.file, script);
  return commands
    .slice(0, maxCommands)
    .flatMap((command) => {
      const dump = databaseDump(command, commands);
      if (dump === null || commandWords(command).some((word) => withoutRows.test(word ?? ''))) {
        return [];
      }
      const destination = destinationOf(dump, command, commands, scope);
      if (destination === null) return [];
      const product = connectionScheme(dump.scheme)?.scheme ?? dump.scheme;
      return [
        {
          product,
          host: hostOf(dump, scope),
          sources: '',
          destinations: [destination],
          retention: unknown<number>('external', command.at),
          mayBeSentOn: false,
        },
      ];
    })
    .slice(0, maxDumps);
}

function destinationOf(
  { destination }: DatabaseDump,
  command: ShellCommand,
  commands: readonly ShellCommand[],
  scope: ScriptScope,
): Destination | null {
  const { kind, word } = destination;
  if (kind === 'stdout') return null;
  if (kind === 'remote')
    return { kind, where: word?.raw ?? 'elsewhere', at: word?.at ?? command.at };
  const path = word === null ? null : pathOf(word, commands, scope);
  if (path === null || word === null || path.startsWith('/dev/')) return null;
  return { kind: 'folder', where: path, at: word.at };
}

/** The beginning of a path that does not change from run to run: `/backups/` of `/backups/$(date +%F).sql`. */
function pathOf(
  word: ShellWord,
  commands: readonly ShellCommand[],
  scope: ScriptScope,
): string | null {
  const raw = (word.text ?? word.raw).replace(/["']/g, '');
  const path = (startOf(raw, commands, scope, 0) ?? '')
    .replace(/[$`].*$/s, '')
    .replace(/\/[^/]*$/, '');
  return path.startsWith('/') ? path : null;
}

/** A variable at the beginning replaced by what it holds, a few times over: `FILE="$DIR/x.sql"` after `DIR=/backups`. */
function startOf(
  raw: string,
  commands: readonly ShellCommand[],
  scope: ScriptScope,
  depth: number,
): string | null {
  const found = /^\$\{?([A-Za-z_]\w*)(?::?-[^}]*)?\}?/.exec(raw);
  const name = found?.[1];
  if (name === undefined || found === null || depth > 5) return raw;
  const assigned = commands
    .flatMap((command) => command.assignments)
    .findLast((assignment) => assignment.name === name)?.value;
  const start =
    assigned === undefined
      ? scope.value(name)
      : startOf((assigned.text ?? assigned.raw).replace(/["']/g, ''), commands, scope, depth + 1);
  return start === null ? null : start + raw.slice(found[0].length);
}

function hostOf({ source }: DatabaseDump, scope: ScriptScope): string | null {
  if (source?.kind === 'connection') {
    const { host } = source.connection;
    return host === '' ? null : host;
  }
  const word = source?.word;
  const name = source?.kind === 'variable' ? source.variable : null;
  if (word === undefined || name === null) return null;
  const value = scope.value(name) ?? scope.filledIn(word.raw);
  if (value === null || /DB|DATABASE$|NAME$/i.test(name)) return null;
  return /^[a-z]+(?:\+\w+)?:\/\/(?:[^@/]*@)?([\w.-]+)/.exec(value)?.[1] ?? value;
}
