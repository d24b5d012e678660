/** One command of a command line, as permission rules see it. */
export interface SimpleCommand {
  /** Words as written, redirections left out, joined by one space. */
  readonly text: string;
  /** Words as written, quotes included. */
  readonly raw: readonly string[];
  /** The same words without their quotes. */
  readonly words: readonly string[];
  /** Files that its output goes to; streams and `/dev/null` left out. */
  readonly writes: readonly string[];
}

const maxDepth = 20;
const maxCommands = 500;

/**
 * Splits a command line at `&&`, `||`, `;`, `|`, `&` and line ends, outside quotes. Commands inside `$(…)`, backticks and `<(…)` come after the
 * command that holds them. This is the reading that permission rules have, not a shell: here-document bodies are dropped, loops keep their head.
 */
export function splitCommand(line: string): readonly SimpleCommand[] {
  const found: SimpleCommand[] = [];
  read(line, 0, found);
  return found;
}

interface Draft {
  raw: string[];
  words: string[];
  writes: string[];
  readonly nested: string[];
  word: { raw: string; text: string } | null;
  redirect: 'write' | 'read' | null;
}

function read(line: string, depth: number, found: SimpleCommand[]): void {
  if (depth > maxDepth) return;
  const draft = emptyDraft();
  let index = 0;
  while (index < line.length && found.length < maxCommands) {
    index = step(line, index, draft, () => finish(draft, depth, found));
  }
  finish(draft, depth, found);
}

function emptyDraft(): Draft {
  return { raw: [], words: [], writes: [], nested: [], word: null, redirect: null };
}

/** Consumes one lexical piece that starts at `index` and returns where the next one starts. */
function step(line: string, index: number, draft: Draft, end: () => void): number {
  const char = line[index] ?? '';
  switch (char) {
    case "'":
      return quoted(line, index, draft);
    case '"':
      return doubleQuoted(line, index, draft);
    case '\\':
      return escaped(line, index, draft);
    case '`':
      return substitution(line, index, index + 1, closingTick(line, index + 1), draft);
    case '$':
    case '<':
      return dollarOrLess(line, index, draft);
    case '>':
      return output(line, index, draft);
    case '&':
    case '|':
    case ';':
    case '\n':
      return operator(line, index, draft, end);
    case '(':
    case ')':
      if (draft.word !== null) break;
      end();
      return index + 1;
    case '#':
      if (draft.word !== null) break;
      return lineEnd(line, index);
    case ' ':
    case '\t':
    case '\r':
      endWord(draft);
      return index + 1;
  }
  add(draft, char, char);
  return index + 1;
}

function add(draft: Draft, raw: string, text: string): void {
  draft.word ??= { raw: '', text: '' };
  draft.word.raw += raw;
  draft.word.text += text;
}

function endWord(draft: Draft): void {
  const { word, redirect } = draft;
  if (word === null) return;
  draft.word = null;
  draft.redirect = null;
  if (redirect === 'read') return;
  if (redirect === 'write') {
    if (!/^(?:&?\d*-?|\/dev\/(?:null|stdout|stderr|tty))$/.test(word.text)) {
      draft.writes.push(word.text);
    }
    return;
  }
  draft.raw.push(word.raw);
  draft.words.push(word.text);
}

function quoted(line: string, index: number, draft: Draft): number {
  const close = line.indexOf("'", index + 1);
  const end = close < 0 ? line.length : close + 1;
  add(draft, line.slice(index, end), line.slice(index + 1, close < 0 ? line.length : close));
  return end;
}

function doubleQuoted(line: string, index: number, draft: Draft): number {
  let text = '';
  let at = index + 1;
  while (at < line.length && line[at] !== '"') {
    if (line[at] === '\\' && at + 1 < line.length) {
      text += line[at + 1];
      at += 2;
      continue;
    }
    if (line.startsWith('$(', at)) {
      const close = closingParen(line, at + 2);
      draft.nested.push(line.slice(at + 2, close));
      text += line.slice(at, close + 1);
      at = close + 1;
      continue;
    }
    if (line[at] === '`') {
      const close = closingTick(line, at + 1);
      draft.nested.push(line.slice(at + 1, close));
      text += line.slice(at, close + 1);
      at = close + 1;
      continue;
    }
    text += line[at];
    at += 1;
  }
  add(draft, line.slice(index, at + 1), text);
  return at + 1;
}

function escaped(line: string, index: number, draft: Draft): number {
  const next = line[index + 1];
  if (next === '\n') {
    endWord(draft);
    return index + 2;
  }
  add(draft, line.slice(index, index + 2), next ?? '');
  return index + 2;
}

function dollarOrLess(line: string, index: number, draft: Draft): number {
  if (line[index + 1] === '(' && line[index + 2] !== '(') {
    return substitution(line, index, index + 2, closingParen(line, index + 2), draft);
  }
  if (line[index] === '$') {
    add(draft, '$', '$');
    return index + 1;
  }
  const here = /^<<-?\s*(['"]?)([A-Za-z_][A-Za-z0-9_]*)\1/.exec(line.slice(index, index + 100));
  if (here !== null && here[2] !== undefined) return hereDocument(line, index, here[0], here[2]);
  endWord(draft);
  draft.redirect = 'read';
  return index + (/^<+&?/.exec(line.slice(index, index + 4))?.[0].length ?? 1);
}

/** Drops the body; the rest of the line that opens it is still read by the caller's next steps, so only a body at once below is cut. */
function hereDocument(line: string, index: number, opening: string, delimiter: string): number {
  const rest = index + opening.length;
  const bodyStart = line.indexOf('\n', rest);
  if (bodyStart < 0 || line.slice(rest, bodyStart).trim() !== '') return rest;
  const body = line.slice(bodyStart).search(new RegExp(`\\n\\s*${delimiter}\\s*(?:\\n|$)`));
  if (body < 0) return line.length;
  return (
    bodyStart + body + 1 + (line.slice(bodyStart + body + 1).indexOf(delimiter) + delimiter.length)
  );
}

function output(line: string, index: number, draft: Draft): number {
  if (draft.word !== null && /^\d+$/.test(draft.word.raw)) draft.word = null;
  else endWord(draft);
  const token = /^>{1,2}[|&]?/.exec(line.slice(index, index + 4))?.[0] ?? '>';
  draft.redirect = 'write';
  return index + token.length;
}

function operator(line: string, index: number, draft: Draft, end: () => void): number {
  if (line[index] === '&' && line[index + 1] === '>') {
    endWord(draft);
    return index + 1;
  }
  end();
  const token = /^(?:&&|\|\||\|&|;;|.|\n)/.exec(line.slice(index, index + 2))?.[0] ?? ' ';
  return index + token.length;
}

function substitution(
  line: string,
  from: number,
  open: number,
  close: number,
  draft: Draft,
): number {
  draft.nested.push(line.slice(open, close));
  const text = line.slice(from, close + 1);
  add(draft, text, text);
  return close + 1;
}

function closingParen(line: string, from: number): number {
  let depth = 1;
  let quote = '';
  for (let at = from; at < line.length; at += 1) {
    const char = line[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
      continue;
    }
    if (char === '\\') at += 1;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth === 0) return at;
  }
  return line.length;
}

function closingTick(line: string, from: number): number {
  const close = line.indexOf('`', from);
  return close < 0 ? line.length : close;
}

function lineEnd(line: string, from: number): number {
  const end = line.indexOf('\n', from);
  return end < 0 ? line.length : end;
}

const leadingKeywords = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', '{']);
const closingKeywords = new Set(['fi', 'done', 'esac', '}']);

function finish(draft: Draft, depth: number, found: SimpleCommand[]): void {
  endWord(draft);
  const first = draft.words.findIndex((word) => !leadingKeywords.has(word));
  const from = first < 0 ? draft.words.length : first;
  const raw = draft.raw.slice(from);
  const words = draft.words.slice(from);
  const isEmpty = words.length === 0 || closingKeywords.has(words[0] ?? '');
  if (!isEmpty || draft.writes.length > 0) {
    found.push({ text: raw.join(' '), raw, words, writes: draft.writes });
  }
  const nested = draft.nested.splice(0);
  draft.raw = [];
  draft.words = [];
  draft.writes = [];
  draft.redirect = null;
  for (const inner of nested) read(inner, depth + 1, found);
}
