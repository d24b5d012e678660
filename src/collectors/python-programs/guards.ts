import type { Strength } from '../../model/fact.ts';
import type { PythonModule } from './module.ts';

/** What stops a program, or makes it ask, and where that is written. */
export interface PythonGuard {
  readonly strength: Strength;
  readonly start: number;
  readonly end: number;
}

const asks =
  /^(?:input|raw_input|getpass)$|(?:^|\.)(?:confirm|prompt|ask_yes_no|yes_no|Confirm\.ask|Prompt\.ask)$|(?:^|[._])confirm\w*$/i;
const consent =
  /\b(?:yes|confirm(?:ed)?|force|apply|execute|commit|really|dry_?run|no_dry_run|i_know\w*|go|live)\b/i;
const stage =
  /\b\w*(?:env|environment|stage|tier|database_url|db_url|dsn|host)\w*\b|['"][^'"]*(?:prod|localhost|127\.0\.0\.1|test)[^'"]*['"]/i;
const stops = /\b(?:raise|sys\.exit|exit|quit|return|abort|SystemExit|die)\b/;
/** Whether a variable is there says nothing about where it leads. */
const compares = /[=!]=|\bin\b|\.(?:startswith|endswith|match|search|lower)\b/;

/**
 * Controls that a program has before a place: a question to a person anywhere in the file, since whoever calls may ask; a branch on a flag of consent;
 * a refusal of an environment or host. Text tells no more, so what looks like one counts as one.
 */
export function guardsBefore(module: PythonModule, start: number): readonly PythonGuard[] {
  const question = module.calls.find(({ name }) => asks.test(name));
  const found: PythonGuard[] =
    question === undefined ? [] : [{ strength: 'asks', start: question.start, end: question.end }];
  const lines = linesBefore(module, start);
  for (const [index, line] of lines.entries()) {
    const at = { start: line.start, end: line.start + line.text.length };
    if (/^\s*assert\b/.test(line.text) && stage.test(line.text)) {
      found.push({ strength: 'blocks', ...at });
    }
    if (!/^\s*(?:el)?if\b/.test(line.text)) continue;
    const end = branchEnd(lines, index);
    const body = lines.slice(index, end);
    const isAround = end === lines.length;
    const leaves = isAround || body.some(({ text }) => stops.test(text));
    if (!leaves) continue;
    if (consent.test(line.text)) found.push({ strength: 'asks', ...at });
    else if (stage.test(line.text) && compares.test(line.text))
      found.push({ strength: 'blocks', ...at });
  }
  return found;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesBefore({ text }: PythonModule, end: number): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.slice(0, end).split('\n')) {
    if (line.trim() !== '' && !line.trim().startsWith('#')) lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

/** Where the branch ends that a line begins. */
function branchEnd(lines: readonly Line[], head: number): number {
  const indent = indentOf(lines[head]?.text ?? '');
  let end = head + 1;
  while (end < lines.length && indentOf(lines[end]?.text ?? '') > indent) end += 1;
  return end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
