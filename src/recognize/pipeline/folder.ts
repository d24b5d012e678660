import type { ShellCommand } from '../../model/document.ts';
import { commandWords } from '../command/command-line.ts';
import type { JobProgram } from './job.ts';

/** Flags by which tools change into a folder themselves. */
const folderFlag =
  /^(?:-chdir|-C|--cwd|--directory|--working-dir|--terragrunt-working-dir|--project-directory)$/;

/** The folder a command works in, `''` for the root; `null` where only a run can tell. `valuesOf` works out expressions of the system. */
export function folderBefore(
  command: ShellCommand,
  { step, shell }: JobProgram,
  valuesOf: (text: string) => readonly string[] = () => [],
): string | null {
  let folder = step.folder;
  for (const other of shell.commands) {
    if (other.at.start >= command.at.start) break;
    const [program, ...rest] = commandWords(other);
    if (program !== 'cd' && program !== 'pushd') continue;
    if (!isAround(other, command)) continue;
    folder = joinedFolder(folder, rest[0] ?? expressionIn(other, valuesOf));
  }
  const words = commandWords(command);
  const position = words.findIndex((word) => folderFlag.test(word?.split('=')[0] ?? ''));
  if (position < 0) return folder;
  const word = words[position] ?? '';
  const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[position + 1];
  return joinedFolder(folder, value ?? null);
}

/** What a `cd` with an expression in it leads to, where that can be one thing only. */
function expressionIn(
  { words }: ShellCommand,
  valuesOf: (text: string) => readonly string[],
): string | null {
  const raw = words
    .slice(1)
    .map((word) => word.raw)
    .join(' ')
    .replace(/^(["'])(.*)\1$/, '$2');
  const values = raw.includes('${{') ? valuesOf(raw) : [];
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** A `cd` counts for what follows in the same subshell and branch, or in one inside them. */
function isAround(outer: ShellCommand, inner: ShellCommand): boolean {
  const groups = outer.within.filter(({ kind }) => kind !== 'and');
  return groups.every((context, depth) => inner.within[depth]?.kind === context.kind);
}

/** A path without the expression that stands for the root of the tree. */
export function withoutRoot(path: string): string {
  return path.replace(
    /^(?:\$\((?:System\.DefaultWorkingDirectory|Build\.SourcesDirectory)\)|\$\{\{\s*github\.workspace\s*\}\})\/?/,
    '',
  );
}

/** A path below a folder, both from the root; `null` where either is unknown or it leads out of the tree. */
export function joinedFolder(folder: string | null, path: string | null): string | null {
  if (folder === null || path === null || /[$*`~]/.test(path)) return null;
  if (path.startsWith('/')) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
