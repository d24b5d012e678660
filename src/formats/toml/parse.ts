import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { DataDocument, DataNode } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { withoutConflictMarkers } from '../conflict-markers.ts';
import { lineEnd, lineStart, MAX_LENGTH, MAX_PROBLEMS } from '../positions.ts';
import { buildTree } from './build-tree.ts';
import { deepBracket } from './deep-bracket.ts';

interface Problem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

interface Reading {
  readonly program: AST.TOMLProgram | null;
  readonly problems: readonly Problem[];
}

type Attempt = { readonly program: AST.TOMLProgram } | { readonly brokenAt: number };

/** How many broken lines are left out before the rest of the file is. */
const MAX_REPAIRS = 8;
/** How often the rest is cut shorter before the file is given up. */
const MAX_CUTS = 24;

/**
 * Reads TOML into one root; tables, arrays of tables and dotted keys are folded into it. A broken line is left out; a
 * file that is still broken then is read up to the damage.
 */
export const parse: Parse = (file, text) => {
  const problems: Problem[] = [];
  if (text.length > MAX_LENGTH) {
    problems.push({ start: 0, end: 0, message: 'Too long to read.' });
    return documentOf(file, text, [], [], problems);
  }
  const unmarked = withoutConflictMarkers(text);
  for (const [start, end] of unmarked.markers)
    problems.push({ start, end, message: 'A merge conflict is not resolved here.' });
  // The parser takes the mark for a key.
  const reading = read(unmarked.text.replace(/^\ufeff/, ' '));
  problems.push(...reading.problems);
  if (reading.program === null) return documentOf(file, text, [], [], problems);
  const onTooDeep = (at: SourceRange) => {
    problems.push({ start: at.start, end: at.end, message: 'This nests too deeply.' });
  };
  const root = buildTree({ file, text, onTooDeep }, reading.program);
  const comments = reading.program.comments.map(({ range: [start, end] }) => ({
    file,
    start,
    end,
  }));
  return documentOf(file, text, [root], comments, problems);
};

function documentOf(
  file: FilePath,
  text: string,
  roots: readonly DataNode[],
  comments: readonly SourceRange[],
  problems: readonly Problem[],
): DataDocument {
  const shown = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ start, end, message }) => ({ at: { file, start, end }, message }));
  return { shape: 'data', file, format: 'toml', text, roots, comments, problems: shown };
}

function attempt(text: string): Attempt {
  try {
    return { program: parseTOML(text, { tomlVersion: '1.1' }) };
  } catch (error) {
    // Anything else is a stack that overflowed, and says nothing about where.
    return { brokenAt: error instanceof ParseError ? Math.min(error.index, text.length) : 0 };
  }
}

function read(text: string): Reading {
  const deep = deepBracket(text);
  if (deep >= 0) {
    const at = {
      start: deep,
      end: deep + 1,
      message: 'This nests too deeply; the rest was not read.',
    };
    return { program: readBefore(text, deep), problems: [at] };
  }
  let current = text;
  const problems: Problem[] = [];
  let firstBroken = text.length;
  for (let repairs = 0; repairs <= MAX_REPAIRS; repairs += 1) {
    const result = attempt(current);
    if ('program' in result) return { program: result.program, problems };
    const [start, end] = brokenPart(current, result.brokenAt);
    if (repairs === 0) firstBroken = start;
    // A line that is blank already cannot be what is wrong: something before it was never closed.
    if (current.slice(start, end).trim() === '') break;
    problems.push({ start, end, message: 'TOML is broken: this was not read.' });
    current = current.slice(0, start) + blank(current.slice(start, end)) + current.slice(end);
  }
  const rest: Problem = {
    start: firstBroken,
    end: lineEnd(text, firstBroken),
    message: 'TOML is broken here; what follows was not read.',
  };
  return { program: readBefore(text, firstBroken), problems: [rest] };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The line of an offset; an error at a line break belongs to the line before, and a header to its whole table. */
function brokenPart(text: string, offset: number): readonly [start: number, end: number] {
  let at = Math.min(offset, text.length);
  while (at > 0 && /\s/.test(text.charAt(at) || ' ')) at -= 1;
  const start = blamedLine(text, lineStart(text, at), at);
  if (!/^[ \t]*\[/.test(text.slice(start, lineEnd(text, start))))
    return [start, lineEnd(text, start)];
  // Without their header the keys that follow would land in the table before.
  const header = /\n[ \t]*\[/g;
  header.lastIndex = start;
  return [start, header.exec(text)?.index ?? text.length];
}

/** The parser looks for a missing value or bracket in the next line, which is not to blame. */
function blamedLine(text: string, start: number, at: number): number {
  if (start === 0 || text.slice(start, at).trim() !== '') return start;
  let before = start - 1;
  while (before > 0 && /\s/.test(text.charAt(before))) before -= 1;
  const line = lineStart(text, before);
  return /=\s*$|^\s*\[[^\]]*$/.test(text.slice(line, start)) ? line : start;
}

function readBefore(text: string, brokenAt: number): AST.TOMLProgram | null {
  let cut = lineStart(text, brokenAt);
  for (let cuts = 0; cuts < MAX_CUTS && cut > 0; cuts += 1) {
    const result = attempt(text.slice(0, cut));
    if ('program' in result) return result.program;
    cut = previousStatement(text, cut);
  }
  return null;
}

/** Start of the last line before an offset that looks like a header or a key. */
function previousStatement(text: string, before: number): number {
  let line = lineStart(text, before - 1);
  while (line > 0 && !/^[ \t]*(?:\[|["'\w.-]+[ \t]*=)/.test(text.slice(line, lineEnd(text, line))))
    line = lineStart(text, line - 1);
  return line;
}
