import type { ShellCommand, ShellDocument, ShellWord } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { commandWords } from '../command/command-line.ts';
import { type DatabaseDump, databaseDump } from '../command/database-tool.ts';
import { followCopies } from './copies.ts';
import { type Placement, placeOf } from './destination.ts';
import { functionOf, type Variables } from './variables.ts';
import { showPieces } from './word-pieces.ts';

/** A dump and every place where a copy of it stays. */
export interface FoundDump {
  readonly command: ShellCommand;
  readonly dump: DatabaseDump;
  readonly places: readonly Placement[];
}

/** Programs that read a dump into another database: the pipeline is a transfer, not a backup. */
const restorers = /^(?:psql|mysql|mariadb|mongorestore|pg_restore|redis-cli|sqlite3)$/;
/** Dumps that hold no rows. */
const withoutRows = /^(?:--schema-only|--no-data|--roles-only|--globals-only|--help|--version)$/;

/** Dumps of one script that are followed to where they end. */
const maxDumps = 100;

/** The dumps of a script that are kept somewhere. */
export function dumpsIn(
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
): readonly FoundDump[] {
  let total = 0;
  return document.commands.flatMap((command) => {
    if (total >= maxDumps) return [];
    const dump = databaseDump(command, document.commands);
    if (dump === null || isNoCopy(dump, command)) return [];
    total += 1;
    const place = placeOfDump(dump, command, document, variables, knowledge);
    if (place === null || /^\/dev\/(?:null|stdout|stderr)$/.test(place.shown)) return [];
    const places = followCopies(place, command, document, variables, knowledge);
    return [{ command, dump, places }];
  });
}

/** No rows, or a standby being seeded: that is a server, not a copy of one. */
function isNoCopy(dump: DatabaseDump, command: ShellCommand): boolean {
  const words = commandWords(command);
  if (words.some((word) => withoutRows.test(word ?? ''))) return true;
  if (dump.tool !== 'pg_basebackup') return false;
  const seedsStandby = words.some((word) =>
    /^(?:-[a-zA-Z]*R|--write-recovery-conf)$/.test(word ?? ''),
  );
  return seedsStandby || dump.destination.word?.refs[0] === 'PGDATA';
}

function placeOfDump(
  dump: DatabaseDump,
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
): Placement | null {
  const { kind, word } = dump.destination;
  if (kind === 'stdout') return placeOfCaller(dump, command, document, variables, knowledge);
  const carrier = word === null ? undefined : sshAround(word, command, document);
  if (carrier !== undefined) return sshPlace(carrier, variables, document);
  if (kind === 'path' && word !== null) {
    const place = placeOf(variables.resolve(word, command), word.at, false, knowledge);
    return inFolder(place, command, document, variables, knowledge);
  }
  const last = endOfPipeline(command, document);
  const words = commandWords(last);
  if (restorers.test(words[0] ?? '')) return null;
  const target = remoteWord(last, words, document) ?? word;
  if (target === null) return elsewhere(words[0] ?? dump.tool, last);
  if (words[0] === 'ssh') return sshPlace(last, variables, document);
  return placeOf(variables.resolve(target, last), target.at, true, knowledge);
}

/** The `ssh` of the same pipeline whose remote command names the file; not one that runs the dump itself over there. */
function sshAround(
  word: ShellWord,
  command: ShellCommand,
  document: ShellDocument,
): ShellCommand | undefined {
  return document.commands.find(
    (other) =>
      commandWords(other)[0] === 'ssh' && contains(other, word.at) && !contains(other, command.at),
  );
}

function sshPlace(command: ShellCommand, variables: Variables, document: ShellDocument): Placement {
  const host = remoteWord(command, commandWords(command), document);
  const shown = host === null ? 'ssh' : showPieces(variables.resolve(host, command).pieces);
  return elsewhere(shown, command);
}

function contains(outer: ShellCommand, inner: SourceRange): boolean {
  return outer.at.start <= inner.start && inner.end <= outer.at.end;
}

function elsewhere(remote: string, command: ShellCommand): Placement {
  return {
    destination: { kind: 'remote', remote },
    shown: remote,
    path: null,
    byFallback: false,
    at: command.at,
  };
}

/** The host of `ssh host '…'`, the repository of restic: words that stand elsewhere than at the end. */
function remoteWord(
  command: ShellCommand,
  words: readonly (string | null)[],
  document: ShellDocument,
): ShellWord | null {
  const own = command.words.slice(command.words.length - words.length);
  if (words[0] === 'ssh') {
    const host = own.slice(1).find((word) => !word.raw.startsWith('-') && !/^\d+$/.test(word.raw));
    return host ?? null;
  }
  if (words[0] !== 'restic') return null;
  const flag = own.findIndex((word) => word.text === '-r' || word.text === '--repo');
  const assigned = document.commands
    .flatMap((other) => other.assignments)
    .findLast((assignment) => assignment.name === 'RESTIC_REPOSITORY');
  return (flag < 0 ? undefined : own[flag + 1]) ?? assigned?.value ?? null;
}

/** What prints a dump is as good as its caller's redirect: a function, or a program inside `ssh host '…'` or `sh -c '…'`. */
function placeOfCaller(
  dump: DatabaseDump,
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
): Placement | null {
  const owner = functionOf(command);
  const callers = document.commands.filter(
    (other) =>
      (owner !== null && other.words[0]?.text === owner && functionOf(other) !== owner) ||
      (other !== command && other.words.length > 0 && contains(other, command.at)),
  );
  for (const call of callers) {
    const target = outputOf(call) ?? outputOf(endOfPipeline(call, document));
    if (target === undefined) continue;
    const moved = { ...dump, destination: { kind: 'path' as const, word: target } };
    return placeOfDump(moved, call, document, variables, knowledge);
  }
  return null;
}

function outputOf(command: ShellCommand): ShellWord | undefined {
  return command.redirects.find(({ operator }) => /^1?>[>|]?$/.test(operator))?.target;
}

function endOfPipeline(command: ShellCommand, document: ShellDocument): ShellCommand {
  const stages = document.commands.filter((other) => other.pipeline === command.pipeline);
  return stages.at(-1) ?? command;
}

/** Puts a relative path behind the last `cd` before it. */
function inFolder(
  place: Placement,
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
): Placement {
  if (place.destination.kind !== 'machine' || /^[/$~…]/.test(place.shown)) return place;
  const change = document.commands.findLast(
    (other) =>
      other.at.start < command.at.start &&
      other.words[0]?.text === 'cd' &&
      functionOf(other) === functionOf(command),
  );
  const folder = change?.words[1];
  if (change === undefined || folder === undefined) return place;
  const base = placeOf(variables.resolve(folder, change), folder.at, false, knowledge);
  const tail = `/${place.shown.replace(/^\.\//, '')}`;
  return {
    ...base,
    shown: base.shown.replace(/\/$/, '') + tail,
    path: base.path === null ? null : base.path.replace(/\/$/, '') + tail,
  };
}
