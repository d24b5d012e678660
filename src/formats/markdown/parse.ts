import type { DataEntry, Document, MapNode } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { verbatim } from '../positions.ts';
import { parse as parseYaml } from '../yaml/parse-well-formed.ts';

const OPENING = /^\uFEFF?---[^\S\n]*\n/;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*$/gm;
/** Entries that are read one by one, each by a parse of its own. */
const MAX_ENTRIES = 100;
/** A top-level entry: its first line, and all lines up to the next one. */
const CHUNK = /^([A-Za-z_][\w-]*):([^\n]*)(?:\n(?![A-Za-z_][\w-]*:)[^\n]*)*/gm;

/**
 * Reads Markdown into [front matter map, body scalar]. Without front matter the map is empty and stands at the start.
 * Comments are those of the front matter and HTML comments of the body.
 */
export const parse: Parse = (file, text) => {
  const front = frontMatter(text);
  const bodyStart = front?.bodyStart ?? 0;
  const body = verbatim(text, bodyStart, text.length);
  const bodyAt = { file, start: bodyStart, end: text.length };
  const base = { shape: 'data', format: 'markdown', file, text } as const;
  const bodyNode = { type: 'scalar', value: body.text, ...body, at: bodyAt } as const;
  const htmlComments = commentsIn(file, text, bodyStart);
  if (front === null) {
    const map: MapNode = { type: 'map', entries: [], at: { file, start: 0, end: 0 } };
    return { ...base, comments: htmlComments, problems: [], roots: [map, bodyNode] };
  }
  const at = { file, start: front.start, end: front.end };
  const yaml = parseYamlAt(file, text, front.start, front.end);
  const comments = [...yaml.comments, ...htmlComments];
  const recovered = yaml.problems.length === 0 ? [] : recoveredEntries(file, text, front);
  const isRecovered = recovered.length > 0;
  const map: MapNode = { type: 'map', entries: isRecovered ? recovered : mapEntries(yaml), at };
  const problems = isRecovered ? [] : yaml.problems;
  return { ...base, comments, problems, roots: [map, bodyNode] };
};

/** Offsets of the YAML between the marker lines, and of what follows them. */
interface FrontMatter {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

function frontMatter(text: string): FrontMatter | null {
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const start = opening[0].length;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  if (closing === null) return null;
  const closingEnd = closing.index + closing[0].length;
  return { start, end: closing.index, bodyStart: Math.min(closingEnd + 1, text.length) };
}

/** Line breaks in place of what precedes keep every offset true. */
function parseYamlAt(file: FilePath, text: string, start: number, end: number): Document {
  const document = parseYaml(file, '\n'.repeat(start) + text.slice(start, end));
  if (document !== null) return document;
  const problem = { at: { file, start, end }, message: 'The front matter is not YAML.' };
  return {
    shape: 'data',
    format: 'yaml',
    file,
    text,
    roots: [],
    comments: [],
    problems: [problem],
  };
}

function mapEntries(document: Document): readonly DataEntry[] {
  const root = document.shape === 'data' ? document.roots[0] : undefined;
  return root?.type === 'map' ? root.entries : [];
}

/**
 * Front matter that is no YAML, entry by entry. Rule files are full of it: `globs: *.ts`, descriptions with a colon.
 * Agents read such a value as plain text, and so does this, as far as its first line goes.
 */
function recoveredEntries(file: FilePath, text: string, front: FrontMatter): readonly DataEntry[] {
  const chunks = [...text.slice(front.start, front.end).matchAll(CHUNK)].slice(0, MAX_ENTRIES);
  return chunks.map((chunk) => {
    const [whole, key = '', rest = ''] = chunk;
    const keyStart = front.start + chunk.index;
    const yaml = parseYamlAt(file, text, keyStart, keyStart + whole.length);
    const [entry, ...others] = mapEntries(yaml);
    if (yaml.problems.length === 0 && entry?.key === key && others.length === 0) return entry;
    const start = keyStart + key.length + 1 + (rest.length - rest.trimStart().length);
    const value = verbatim(text, start, start + rest.trim().length);
    const at = { file, start, end: start + value.text.length };
    return {
      key,
      keyAt: { file, start: keyStart, end: keyStart + key.length },
      labels: [],
      value: { type: 'scalar', value: value.text, ...value, at },
    };
  });
}

function commentsIn(file: FilePath, text: string, from: number): readonly SourceRange[] {
  const comments: SourceRange[] = [];
  let start = text.indexOf('<!--', from);
  while (start >= 0) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    comments.push({ file, start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return comments;
}
