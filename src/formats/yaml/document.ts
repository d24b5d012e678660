import type { DataDocument } from '../../model/document.ts';
import type { FilePath } from '../../model/source.ts';
import { withoutConflictMarkers } from '../conflict-markers.ts';
import { MAX_LENGTH, MAX_PROBLEMS } from '../positions.ts';
import { type MaskedTemplate, maskTemplate } from '../template-mask.ts';
import { buildTree } from './build-tree.ts';
import { commentRanges } from './comments.ts';
import { fastEvents } from './read-stream.ts';
import type { YamlSource } from './template-context.ts';
import type { TolerantReading } from './tolerant-events.ts';
import type { ReadProblem, TreeEvent } from './tree-event.ts';

interface Reading {
  readonly source: YamlSource;
  readonly events: readonly TreeEvent[];
  readonly problems: readonly ReadProblem[];
}

/** Reads a text that is broken at an offset; `null` leaves it to somebody else. */
export type ReadBroken = (text: string, brokenAt: number) => TolerantReading | null;

/** Builds the document of a text, broken ones through `readBroken`; `null` when that gives none. */
export function documentFrom(
  file: FilePath,
  text: string,
  readBroken: ReadBroken,
): DataDocument | null {
  if (text.length > MAX_LENGTH) {
    return documentOf(file, text, {
      problems: [{ start: 0, end: 0, message: 'Too long to read.' }],
    });
  }
  const unmarked = withoutConflictMarkers(text);
  const reading = read(file, unmarked.text, readBroken);
  if (reading === null) return null;
  const { source, events, problems } = reading;
  const tree = buildTree(source, events);
  const markers = unmarked.markers.map(([start, end]) => ({
    start,
    end,
    message: 'A merge conflict is not resolved here.',
  }));
  return documentOf(file, text, {
    roots: tree.roots,
    comments: commentRanges(source, events),
    problems: [...markers, ...problems, ...tree.problems],
  });
}

function documentOf(
  file: FilePath,
  text: string,
  parts: {
    readonly roots?: DataDocument['roots'];
    readonly comments?: DataDocument['comments'];
    readonly problems: readonly ReadProblem[];
  },
): DataDocument {
  return {
    shape: 'data',
    file,
    format: 'yaml',
    text,
    roots: parts.roots ?? [],
    comments: parts.comments ?? [],
    problems: parts.problems
      .slice(0, MAX_PROBLEMS)
      .map(({ start, end, message }) => ({ at: { file, start, end }, message })),
  };
}

function read(file: FilePath, text: string, readBroken: ReadBroken): Reading | null {
  const template = maskTemplate(text);
  const plain: YamlSource = { file, text, masked: text, spans: [] };
  const masked = template === null ? null : maskedSource(plain, template);
  // Where GitHub's expressions are at home, other braces are format strings of some command.
  const order =
    masked === null ? [plain] : text.includes('${{') ? [plain, masked] : [masked, plain];
  let brokenAt = 0;
  for (const source of order) {
    const reading = fastEvents(source.masked);
    if ('events' in reading) return { source, events: reading.events, problems: [] };
    if (source === (masked ?? plain)) brokenAt = reading.brokenAt;
  }
  const source = masked ?? plain;
  const broken = readBroken(source.masked, brokenAt);
  return broken === null ? null : { source, ...broken };
}

function maskedSource(plain: YamlSource, template: MaskedTemplate): YamlSource {
  return { ...plain, masked: template.text, spans: template.spans };
}
