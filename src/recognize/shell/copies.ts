import type { ShellCommand, ShellDocument, ShellWord } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { commandWords, programWords } from '../command/command-line.ts';
import { type Placement, placeOf } from './destination.ts';
import type { Variables } from './variables.ts';
import { showPieces } from './word-pieces.ts';

/** A program that puts existing files elsewhere. */
interface Copier {
  /** Program and the words that follow it, in order. */
  readonly words: readonly string[];
  /** Flag before the word that names the place; `null`: the last word does. */
  readonly flag: RegExp | null;
  /** `name:path` means another machine. */
  readonly remoteSyntax: boolean;
  readonly moves?: boolean;
}

const copiers: readonly Copier[] = [
  ...['cp', 'mv', 'sync'].map((verb) => copier(`aws s3 ${verb}`, verb === 'mv')),
  ...['put', 'sync'].map((verb) => copier(`s3cmd ${verb}`)),
  ...['cp', 'mv', 'sync'].map((verb) => copier(`s5cmd ${verb}`, verb === 'mv')),
  ...['cp', 'mv', 'rsync'].map((verb) => copier(`gsutil ${verb}`, verb === 'mv')),
  ...['cp', 'mv', 'rsync'].map((verb) => copier(`gcloud storage ${verb}`, verb === 'mv')),
  ...['copy', 'copyto', 'sync', 'move', 'moveto'].map((verb) =>
    copier(`rclone ${verb}`, verb.startsWith('move'), true),
  ),
  ...['cp', 'mirror', 'mv'].map((verb) => copier(`mc ${verb}`, verb === 'mv')),
  copier('scp', false, true),
  copier('rsync', false, true),
  ...['docker', 'podman', 'kubectl'].map((program) => copier(`${program} cp`)),
  copier('cp'),
  copier('mv', true),
  { words: ['restic', 'backup'], flag: /^(?:-r|--repo)$/, remoteSyntax: true },
  {
    words: ['az', 'storage', 'blob', 'upload'],
    flag: /^(?:-c|--container-name)$/,
    remoteSyntax: false,
  },
];
/** Programs whose `name:path` is a path inside a container. */
const containers = /^(?:docker|podman|kubectl)$/;
/** Programs that make one file out of others. */
const packers = /^(?:tar|zip|7z|gpg2?|openssl|zstd|age|xz|bzip2)$/;

function copier(words: string, moves = false, remoteSyntax = false): Copier {
  return { words: words.split(' '), flag: null, remoteSyntax, moves };
}

/** Every place a dump ends up in: where it was written, unless that was only on the way, and where it is copied to afterwards. */
export function followCopies(
  first: Placement,
  written: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
): readonly Placement[] {
  const names = new Set([first.shown]);
  const copies: Placement[] = [];
  let isGone = false;
  for (const command of document.commands) {
    if (command.at.start <= written.at.start || command.pipeline === written.pipeline) continue;
    const words = programWords(command.words).slice(1);
    const program = commandWords(command)[0] ?? '';
    const shown = (word: ShellWord): string => {
      const path = showPieces(variables.resolve(word, command).pieces);
      return containers.test(program) ? path.replace(/^[^/:]+:/, '') : path;
    };
    const source = words.findLast((word) => isSame(shown(word), names));
    if (source === undefined) continue;
    if (program === 'rm' || program === 'shred') isGone = true;
    if (packers.test(program)) for (const word of words) addPath(names, shown(word));
    const used = copiers.find((known) => isCopier(known, commandWords(command)));
    const target = used === undefined ? undefined : targetOf(used, command, source, document);
    if (used === undefined || target === undefined) continue;
    const resolved = variables.resolve(target, command);
    const place = placeOf(resolved, target.at, used.remoteSyntax, knowledge);
    if (names.has(place.shown)) continue;
    addPath(names, place.shown);
    copies.push(place);
    if (used.moves === true) isGone = true;
  }
  const isTemporary = /^(?:\/tmp\/|\/var\/tmp\/|\/dev\/shm\/|…)/.test(first.shown);
  const stays = copies.length === 0 || !(isGone || isTemporary);
  return stays ? [first, ...copies] : copies;
}

function isCopier(known: Copier, words: readonly (string | null)[]): boolean {
  let matched = 0;
  for (const word of words) if (word === known.words[matched]) matched += 1;
  return matched === known.words.length && words[0] === known.words[0];
}

function targetOf(
  used: Copier,
  command: ShellCommand,
  source: ShellWord,
  document: ShellDocument,
): ShellWord | undefined {
  const { flag } = used;
  if (flag === null) {
    const after = command.words.slice(command.words.indexOf(source) + 1);
    // The place follows what is copied; flags with values may follow it.
    return after.find((word) => !word.raw.startsWith('-'));
  }
  const position = command.words.findIndex((word) => flag.test(word.text ?? ''));
  const named = position < 0 ? undefined : command.words[position + 1];
  return named ?? repositoryOf(used, document);
}

/** restic takes its repository from the environment when no flag names it. */
function repositoryOf(used: Copier, document: ShellDocument): ShellWord | undefined {
  if (used.words[0] !== 'restic') return undefined;
  return document.commands
    .flatMap((command) => command.assignments)
    .findLast((assignment) => assignment.name === 'RESTIC_REPOSITORY')?.value;
}

/** The file itself, the folder it lies in, or the same name with another ending, such as `.gz`. */
function isSame(shown: string, names: ReadonlySet<string>): boolean {
  const path = shown.replace(/\/+\*?$/, '');
  if (path.length < 2) return false;
  for (const name of names) {
    if (path === name || name.startsWith(`${path}/`)) return true;
    if (name.length > 3 && path.startsWith(name) && /^[.*]/.test(path.slice(name.length)))
      return true;
  }
  return false;
}

function addPath(names: Set<string>, shown: string): void {
  if (/[/.$…]/.test(shown) && !shown.startsWith('-') && shown.length > 2) names.add(shown);
}
