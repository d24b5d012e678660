import type { Event } from 'js-yaml';
import { lineStart, MAX_DEPTH } from '../positions.ts';
import { fastEvents } from './read-stream.ts';
import { type TolerantReading, tolerantEvents } from './tolerant-events.ts';
import type { ReadProblem } from './tree-event.ts';

/** Longest broken text that is read tolerantly, in UTF-16 units: that reader is four times slower. */
const MAX_TOLERANT = 1024 * 1024;
/** How often a broken text is cut shorter before it is given up. */
const MAX_CUTS = 12;

/** Reads a text that `fastEvents` refused at `brokenAt`: all that makes sense, or at least what precedes it. */
export function brokenEvents(text: string, brokenAt: number): TolerantReading {
  const problem: ReadProblem = {
    start: brokenAt,
    end: brokenAt,
    message: 'YAML is broken or too deep here; what follows was not read.',
  };
  if (text.length > MAX_TOLERANT || mayNestDeeply(text))
    return { events: eventsBefore(text, brokenAt), problems: [problem] };
  try {
    return tolerantEvents(text);
  } catch {
    // The tolerant reader recurses without a limit.
    return { events: eventsBefore(text, brokenAt), problems: [problem] };
  }
}

/**
 * Whether the text could nest deeper than a recursive reader survives; quotes and blocks are not looked into. Running
 * out of stack is not always an exception: V8 ends the process when it happens while a regular expression compiles.
 */
function mayNestDeeply(text: string): boolean {
  // A block level takes a column of its own, and the indicators of nested ones may share a line.
  if (/^[ \t?:-]{200}/m.test(text)) return true;
  let depth = 0;
  for (const match of text.matchAll(/[[\]{}]/g)) {
    if (match[0] === '[' || match[0] === '{') depth += 1;
    else if (depth > 0) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function eventsBefore(text: string, brokenAt: number): readonly Event[] {
  let cut = lineStart(text, brokenAt);
  for (let cuts = 0; cut > 0 && cuts < MAX_CUTS; cuts += 1) {
    const reading = fastEvents(text.slice(0, cut));
    if ('events' in reading) return reading.events;
    const earlier = lineStart(text, Math.min(reading.brokenAt, cut - 1));
    // Blank and indented lines go together with the key they belong to.
    cut = cuts < MAX_CUTS / 2 ? earlier : topLevelLine(text, earlier);
  }
  return [];
}

function topLevelLine(text: string, from: number): number {
  let line = from;
  while (line > 0 && /[\s#\]}-]/.test(text.charAt(line))) line = lineStart(text, line - 1);
  return line;
}
