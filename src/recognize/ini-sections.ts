import type { ScalarNode } from '../model/document.ts';
import type { SourceRange } from '../model/source.ts';
import type { SourceText } from './credential/credential.ts';
import { plainValue } from './credential/plain-value.ts';

/** One `name = value` line. */
export interface IniPair {
  readonly name: string;
  readonly nameAt: SourceRange;
  /** Quotes around it removed. */
  readonly value: ScalarNode;
}

/** The pairs below one `[heading]`. */
export interface IniSection {
  /** `''` for what stands above the first heading. */
  readonly name: string;
  /** Brackets included; empty and at the start of the file where there is no heading. */
  readonly at: SourceRange;
  readonly pairs: readonly IniPair[];
}

const heading = /^\s*\[([^\]\n]{1,200})\]/;
const pair = /^([ \t]*)([^\s=:#;[][^=\n]{0,200}?)([ \t]*=[ \t]*)(.*)$/;

/** Reads `[heading]` and `name = value` lines; comments start a line with `#` or `;`. Lines of any other kind are left out. */
export function iniSections(document: SourceText): readonly IniSection[] {
  const { file, text } = document;
  let pairs: IniPair[] = [];
  const sections: IniSection[] = [{ name: '', at: { file, start: 0, end: 0 }, pairs }];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const line of text.slice(start).split('\n')) {
    const title = heading.exec(line);
    if (title !== null) {
      const open = start + title[0].indexOf('[');
      const at = { file, start: open, end: start + title[0].length };
      pairs = [];
      sections.push({ name: (title[1] ?? '').trim(), at, pairs });
    } else {
      const found = pairOf(document, line.replace(/\r$/, ''), start);
      if (found !== null) pairs.push(found);
    }
    start += line.length + 1;
  }
  return sections;
}

/** The last value of a name in a section: later lines win. */
export function iniValue(section: IniSection, name: string): IniPair | undefined {
  return section.pairs.findLast((found) => found.name.toLowerCase() === name);
}

function pairOf(document: SourceText, line: string, start: number): IniPair | null {
  if (line.length > 20_000) return null;
  const match = pair.exec(line);
  if (match === null) return null;
  const [, indent = '', name = '', equals = '', written = ''] = match;
  const nameStart = start + indent.length;
  const nameAt = { file: document.file, start: nameStart, end: nameStart + name.length };
  const from = nameAt.end + equals.length;
  const value = written.trimEnd();
  const isQuoted = /^(["']).*\1$/.test(value) && value.length > 1;
  const quote = isQuoted ? 1 : 0;
  return { name, nameAt, value: plainValue(document, from + quote, from + value.length - quote) };
}
