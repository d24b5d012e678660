import type { Document } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

const forbids =
  /\b(?:never|do not|don['’]t|must not|mustn['’]t|avoid|under no circumstances|forbidden|prohibited|not allowed)\b/i;
const destruction =
  /\b(?:delet\w*|drop(?:s|ping|ped)?|destroy\w*|destructive|irreversibl\w*|resets?|resetting|wip(?:e|es|ing)|truncat\w*|prune|force[- ]?push\w*|production|prod|migrat\w*|terraform|railway|kubectl)\b|--force\b|\brm -rf?\b/i;

/**
 * The first line of prose that forbids something destructive, code blocks left out; `null` when there is none. Prose is advice: it never asks and
 * never blocks.
 */
export function firstProhibition(document: Document): SourceRange | null {
  let start = 0;
  let isCode = false;
  for (const line of document.text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    else if (!isCode && isProhibition(line)) {
      const lead = line.length - line.trimStart().length;
      return { file: document.file, start: start + lead, end: start + line.trimEnd().length };
    }
    start += line.length + 1;
  }
  return null;
}

/** Whether one sentence of the line forbids something destructive. */
export function isProhibition(line: string): boolean {
  return line
    .slice(0, 2000)
    .split(/[.;!?](?=\s|$)/)
    .some((sentence) => {
      const from = sentence.search(forbids);
      return from >= 0 && destruction.test(sentence.slice(from, from + 120));
    });
}

/** The first line with text, to point at a file as a whole. */
export function firstLine(document: Document): SourceRange {
  const start = Math.max(0, document.text.search(/[^\s\uFEFF]/));
  const end = document.text.indexOf('\n', start);
  const line = document.text.slice(start, end < 0 ? document.text.length : end).trimEnd();
  return { file: document.file, start, end: start + line.length };
}
