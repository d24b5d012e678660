import type { ShellCommand, ShellContext } from '../../model/document.ts';

/** Flags by which tools of infrastructure are told where to work. */
const FOLDER_FLAG = /^--?(?:chdir|cwd|working-dir|terragrunt-working-dir)(?:=(.*))?$/;

/**
 * The folder that a command works in, from the root of the tree: where the `cd`s before it lead, and where its own flags say. `start` is the folder
 * the script is run in, `null` where nobody knows. `undefined` where the words do not tell, or lead out of the tree.
 */
export function folderOfCommand(
  command: ShellCommand,
  commands: readonly ShellCommand[],
  start: string | null,
): string | undefined {
  const moves = movesBefore(command, commands);
  const flag = flagFolder(command);
  if (moves === null || flag === null) return undefined;
  const steps = flag === undefined ? moves : [...moves, flag];
  // Scripts are started from the root of the tree, which is where a first relative step leads from.
  if (start === null && steps.length === 0) return undefined;
  let folder: string | undefined = start ?? '';
  for (const step of steps) {
    folder = folder === undefined ? undefined : folderFrom(folder, step);
  }
  return folder;
}

/** Folders of the `cd`s that this command comes after, in order; `null` where one of them is computed. */
function movesBefore(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): readonly string[] | null {
  const moves: string[] = [];
  const own = contexts(command);
  const isInside = own.some(({ kind }) => kind === 'subshell' || kind === 'substitution');
  let inside = 0;
  for (let index = commands.indexOf(command) - 1; index >= 0; index -= 1) {
    const other = commands[index];
    if (other === undefined) break;
    const theirs = contexts(other);
    if (!isAround(theirs, own)) continue;
    const [program, target] = other.words;
    if (program?.text === 'popd') return null;
    if (program?.text !== 'cd' && program?.text !== 'pushd') continue;
    const folder = target?.text ?? null;
    if (folder === null || folder === '-' || /^[~/$]/.test(folder)) return null;
    if (theirs.length === own.length) inside += 1;
    // Subshells look alike, and what another one does stays there.
    if (isInside && inside > 1) return null;
    moves.unshift(folder);
  }
  return moves;
}

/** Whether a command was run before another in the same flow: not in a function, branch or subshell that the other stands outside of. */
export function standsBefore(other: ShellCommand, command: ShellCommand): boolean {
  return other.at.start < command.at.start && isAround(contexts(other), contexts(command));
}

/** `&&` and `||` leave a command where it is. */
function contexts({ within }: ShellCommand): readonly ShellContext[] {
  return within.filter(({ kind }) => kind !== 'and' && kind !== 'or');
}

function isAround(outer: readonly ShellContext[], inner: readonly ShellContext[]): boolean {
  return outer.every(
    ({ kind, text }, index) => inner[index]?.kind === kind && inner[index]?.text === text,
  );
}

/** The folder that a flag names; `undefined` without one, `null` for one that is computed. */
function flagFolder({ words }: ShellCommand): string | null | undefined {
  for (const [index, word] of words.entries()) {
    const match = FOLDER_FLAG.exec(word.text ?? word.raw);
    if (match === null) continue;
    if (word.text === null) return null;
    const folder = match[1] ?? words[index + 1]?.text ?? null;
    return folder === null || /^[~/$]/.test(folder) ? null : folder;
  }
  return undefined;
}

function folderFrom(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
