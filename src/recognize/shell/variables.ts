import type {
  ShellAssignment,
  ShellCommand,
  ShellDocument,
  ShellWord,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { type Piece, wordPieces } from './word-pieces.ts';

/** A word with the script's own variables put in. */
export interface Resolved {
  readonly pieces: readonly Piece[];
  /** The assignment that decides how the word begins, `null` when the word says it itself. */
  readonly decidedAt: SourceRange | null;
  /** Script variables that were replaced by something only a run can tell, outermost first. */
  readonly computed: readonly string[];
}

/** Answers what a word stands for at one command of the script. */
export interface Variables {
  resolve(word: ShellWord, at: ShellCommand): Resolved;
}

interface Definition {
  readonly position: number;
  /** Function it is written in, `null` at top level. */
  readonly owner: string | null;
  readonly value: Resolved;
}

const declaring = new Set(['export', 'local', 'declare', 'typeset', 'readonly']);
const maxPieces = 200;
const maxCallDepth = 8;

/** Assignments of a command that outlive it: those without a command, and the arguments of `export`, `local` and the like. */
function lastingAssignments(command: ShellCommand): readonly ShellAssignment[] {
  const [head] = command.words;
  if (head === undefined) return command.assignments;
  if (head.text === ':') return command.words.slice(1).flatMap(defaulting);
  if (!declaring.has(head.text ?? '')) return [];
  return command.assignments.filter((assignment) => assignment.at.start > head.at.start);
}

/** Reads the assignments of a script once, in order: first those at top level, then those of functions. */
export function scriptVariables(document: ShellDocument): Variables {
  const definitions = new Map<string, Definition[]>();
  const positions = new Map(document.commands.map((command, position) => [command, position]));
  const calls = callsByName(document);

  const resolvePieces = (
    pieces: readonly Piece[],
    position: number,
    owner: string | null,
  ): Resolved => {
    const out: Piece[] = [];
    const computed: string[] = [];
    let decidedAt: SourceRange | null = null;
    for (const [order, piece] of pieces.entries()) {
      const found = piece.type === 'variable' ? lookUp(piece.name, position, owner) : undefined;
      if (piece.type !== 'variable' || found === undefined) {
        out.push(piece);
        continue;
      }
      if (!found.pieces.some(isReadable)) computed.push(piece.name);
      computed.push(...found.computed);
      // What is computed decides nothing a reader could see: then the assignment around it does.
      if (order === 0 && found.pieces.some(isReadable)) decidedAt = found.decidedAt;
      out.push(...found.pieces);
      if (out.length > maxPieces) break;
    }
    return { pieces: joinTexts(out.slice(0, maxPieces)), decidedAt, computed };
  };

  const lookUp = (name: string, position: number, owner: string | null): Resolved | undefined => {
    if (/^[1-9]$/.test(name)) return owner === null ? undefined : argument(owner, Number(name));
    const all = definitions.get(name) ?? [];
    const own = all.findLast((one) => one.owner === owner && one.position < position);
    if (own !== undefined) return own.value;
    if (owner === null) return all.findLast((one) => one.owner !== null)?.value;
    // A function runs after the script has set things up, wherever it is written.
    return (all.findLast((one) => one.owner === null) ?? all.at(-1))?.value;
  };

  let callDepth = 0;

  const argument = (owner: string, number: number): Resolved | undefined => {
    const [call, ...others] = calls.get(owner) ?? [];
    const word = call?.words[number];
    if (call === undefined || word === undefined || callDepth >= maxCallDepth) return undefined;
    if (others.some((other) => other.words[number]?.raw !== word.raw)) return undefined;
    callDepth += 1;
    const value = resolvePieces(wordPieces(word.raw), positions.get(call) ?? 0, functionOf(call));
    callDepth -= 1;
    return { ...value, decidedAt: value.decidedAt ?? word.at };
  };

  const define = (command: ShellCommand, owner: string | null): void => {
    const position = positions.get(command) ?? 0;
    for (const assignment of lastingAssignments(command)) {
      const value = resolvePieces(wordPieces(assignment.value.raw), position, owner);
      const list = definitions.get(assignment.name) ?? [];
      list.push({
        position,
        owner,
        value: { ...value, decidedAt: value.decidedAt ?? assignment.at },
      });
      definitions.set(assignment.name, list);
    }
  };

  for (const command of document.commands) if (functionOf(command) === null) define(command, null);
  for (const command of document.commands) {
    const owner = functionOf(command);
    if (owner !== null) define(command, owner);
  }
  return {
    resolve: (word, at) =>
      resolvePieces(wordPieces(word.raw), positions.get(at) ?? 0, functionOf(at)),
  };
}

/** Innermost function a command is written in, `null` at top level. */
export function functionOf(command: ShellCommand): string | null {
  return command.within.findLast((context) => context.kind === 'function')?.text ?? null;
}

/** Calls of the script's own functions, by name. */
function callsByName(document: ShellDocument): ReadonlyMap<string, readonly ShellCommand[]> {
  const calls = new Map<string, ShellCommand[]>();
  for (const command of document.commands) {
    const name = command.words[0]?.text;
    if (name === undefined || name === null) continue;
    const list = calls.get(name) ?? [];
    list.push(command);
    calls.set(name, list);
  }
  return calls;
}

/** `: "${NAME:=value}"` assigns without looking like it. */
function defaulting(word: ShellWord): readonly ShellAssignment[] {
  const name = /^"?\$\{([A-Za-z_]\w*):?=/.exec(word.raw)?.[1];
  return name === undefined ? [] : [{ name, value: word, at: word.at }];
}

function isReadable(piece: Piece): boolean {
  return piece.type !== 'dynamic';
}

function joinTexts(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}
