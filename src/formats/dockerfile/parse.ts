import {
  type DataEntry,
  type EmbeddedText,
  type ParseProblem,
  type ScalarNode,
  sourceOffset,
  sourceRange,
} from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { appendSlice, finishText, type MappedText, mappedText } from '../positions.ts';
import { type HeredocDelimiter, heredocDelimiters } from './heredoc.ts';

const DIRECTIVE = /^\s*#\s*([a-z]+)\s*=\s*(\S+)\s*$/i;
const COMMENT = /^\s*#/;
const INSTRUCTION = /\s*(\S+)/y;
const KNOWN = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
const WITH_HEREDOC = new Set(['ADD', 'COPY', 'RUN']);

/** Physical line: `end` excludes the line break, `next` follows it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

interface Reader {
  readonly file: FilePath;
  readonly text: string;
  readonly mark: '\\' | '`';
  readonly comments: SourceRange[];
  readonly problems: ParseProblem[];
}

/**
 * Splits a Dockerfile into its instructions: one map, key in upper case, value what follows as one text with the
 * continuation marks and the comment lines between them removed. Flags and the JSON form stay in that text; a
 * here-document stays in it with its line breaks.
 * @see https://docs.docker.com/reference/dockerfile/#format
 */
export const parse: Parse = (file, text) => {
  const mark = escapeDirective(text);
  const reader: Reader = { file, text, mark, comments: [], problems: [] };
  const entries: DataEntry[] = [];
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  while (offset < text.length) {
    const line = lineAt(text, offset);
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') offset = line.next;
    else if (COMMENT.test(content)) {
      reader.comments.push(commentRange(file, content, line));
      offset = line.next;
    } else {
      const read = readInstruction(reader, line);
      entries.push(read.entry);
      offset = read.next;
    }
  }
  const { comments, problems } = reader;
  const at = { file, start: 0, end: text.length };
  const roots = [{ type: 'map', entries, at } as const];
  return { shape: 'data', format: 'dockerfile', file, text, comments, problems, roots };
};

function lineAt(text: string, start: number): Line {
  const found = text.indexOf('\n', start);
  const next = found < 0 ? text.length : found + 1;
  const broken = found < 0 ? text.length : found;
  return { start, end: broken > start && text[broken - 1] === '\r' ? broken - 1 : broken, next };
}

function commentRange(file: FilePath, content: string, line: Line): SourceRange {
  return { file, start: line.start + content.indexOf('#'), end: line.end };
}

/** Directives stand before everything else, other comments included. */
function escapeDirective(text: string): '\\' | '`' {
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  while (offset < text.length) {
    const line = lineAt(text, offset);
    const directive = DIRECTIVE.exec(text.slice(line.start, line.end));
    if (directive === null) break;
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\';
    offset = line.next;
  }
  return '\\';
}

/** Instruction text without its continuation marks, and the last line it takes. */
interface Logical {
  readonly value: MappedText;
  /** End of its last line, line break excluded. */
  readonly end: number;
  readonly next: number;
}

function readInstruction(
  reader: Reader,
  first: Line,
): { readonly entry: DataEntry; readonly next: number } {
  const { file, text } = reader;
  INSTRUCTION.lastIndex = first.start;
  const word = INSTRUCTION.exec(text)?.[1] ?? '';
  const keyStart = text.indexOf(word, first.start);
  const mark = Math.max(continuation(reader, first), keyStart + 1);
  const keyAt = { file, start: keyStart, end: Math.min(keyStart + word.length, mark) };
  const key = text.slice(keyAt.start, keyAt.end).toUpperCase();
  if (!KNOWN.has(key)) reader.problems.push({ at: keyAt, message: 'unknown instruction' });
  const logical = readLogical(reader, first, keyAt.end);
  const whole = withHeredocs(reader, key, logical);
  const embedded = trimmed(finishText(whole.value, keyAt.end));
  const at = sourceRange(file, embedded, 0, embedded.text.length);
  const value: ScalarNode = { type: 'scalar', value: embedded.text, ...embedded, at };
  return { entry: { key, keyAt, labels: [], value }, next: whole.next };
}

/**
 * Offset of the continuation mark of a line, its end when there is none. A doubled mark is none.
 * @see https://docs.docker.com/reference/dockerfile/#escape
 */
function continuation({ text, mark }: Reader, line: Line): number {
  let offset = line.end;
  while (offset > line.start && (text[offset - 1] === ' ' || text[offset - 1] === '\t'))
    offset -= 1;
  const isMark = offset > line.start && text[offset - 1] === mark;
  const isDoubled = offset - 1 > line.start && text[offset - 2] === mark;
  return isMark && !isDoubled ? offset - 1 : line.end;
}

function readLogical(reader: Reader, first: Line, from: number): Logical {
  const { text } = reader;
  const value = mappedText();
  let line = first;
  let start = from;
  for (;;) {
    const mark = continuation(reader, line);
    appendSlice(value, text, start, mark);
    if (mark === line.end) return { value, end: line.end, next: line.next };
    const following = nextContent(reader, line.next);
    if (following === null) return { value, end: line.end, next: text.length };
    line = following;
    start = line.start;
  }
}

/** The line that goes on after a continuation mark: comments and, with a warning by Docker, empty lines are passed over. */
function nextContent(reader: Reader, from: number): Line | null {
  const { file, text, comments } = reader;
  let next = from;
  while (next < text.length) {
    const line = lineAt(text, next);
    const content = text.slice(line.start, line.end);
    if (COMMENT.test(content)) comments.push(commentRange(file, content, line));
    else if (content.trim() !== '') return line;
    next = line.next;
  }
  return null;
}

function withHeredocs(reader: Reader, key: string, logical: Logical): Logical {
  const { file, text, problems } = reader;
  const instruction = key === 'ONBUILD' ? logical.value.text.trim().split(/\s/, 1)[0] : key;
  if (!WITH_HEREDOC.has(instruction?.toUpperCase() ?? '')) return logical;
  let { end, next } = logical;
  for (const delimiter of heredocDelimiters(logical.value.text)) {
    const last = closingLine(text, next, delimiter);
    if (last === null) {
      problems.push({ at: { file, start: end, end }, message: 'here-document without an end' });
      break;
    }
    end = last.end;
    next = last.next;
  }
  appendSlice(logical.value, text, logical.end, end);
  return { value: logical.value, end, next };
}

function closingLine(text: string, from: number, delimiter: HeredocDelimiter): Line | null {
  let next = from;
  while (next < text.length) {
    const line = lineAt(text, next);
    const content = text.slice(line.start, line.end);
    if ((delimiter.stripsTabs ? content.replace(/^\t+/, '') : content) === delimiter.name)
      return line;
    next = line.next;
  }
  return null;
}

function trimmed(embedded: EmbeddedText): EmbeddedText {
  const lead = embedded.text.length - embedded.text.trimStart().length;
  const map = embedded.map
    .filter(([decoded]) => decoded > lead)
    .map(([decoded, source]) => [decoded - lead, source] as const);
  return { text: embedded.text.trim(), map: [[0, sourceOffset(embedded, lead)], ...map] };
}
