import type { FilePath, SourceRange } from '../model/source.ts';
import type { LineIndex } from './lines.ts';
import { allLines, lineIndex, positionAt } from './lines.ts';
import { printable } from './printable.ts';
import { isSecretUuid, redactText, shortMask } from './redact.ts';
import type { PlaceView } from './view.ts';

/** How text and ranges of one scanned tree get into a report. */
export interface Lens {
  /** One line, harmless, secrets masked; knows the tree's secrets that have no form of their own. */
  readonly clean: (text: string) => string;
  /** A file without text gives its first character, so that a place always exists. */
  readonly locate: (range: SourceRange, label: string) => PlaceView;
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A lens over these texts; each is indexed once, when first asked for. */
export function createLens(texts: ReadonlyMap<FilePath, string>): Lens {
  const indexOf = indexes(texts);
  const known = new Map<string, boolean>();
  const isSecret = (uuid: string): boolean => {
    const before = known.get(uuid);
    if (before !== undefined) return before;
    const found = [...texts].some(([file, text]) => standsAsSecret(uuid, text, indexOf(file)));
    known.set(uuid, found);
    return found;
  };
  const cleanHere = (text: string): string =>
    redactText(printable(text)).replace(uuids, (uuid) => (isSecret(uuid) ? shortMask : uuid));
  return {
    clean: cleanHere,
    locate: (range, label) => {
      const { index } = indexOf(range.file);
      const start = positionAt(index, range.start);
      const end = positionAt(index, Math.max(range.start, range.end));
      return {
        file: range.file,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        label: cleanHere(label),
      };
    },
  };
}

interface IndexedText {
  readonly file: FilePath;
  readonly index: LineIndex;
  readonly lines: () => readonly string[];
}

function indexes(texts: ReadonlyMap<FilePath, string>): (file: FilePath) => IndexedText {
  const done = new Map<FilePath, IndexedText>();
  return (file) => {
    const known = done.get(file);
    if (known !== undefined) return known;
    const index = lineIndex(texts.get(file) ?? '');
    let lines: readonly string[] | null = null;
    const indexed: IndexedText = {
      file,
      index,
      lines: () => {
        lines ??= allLines(index);
        return lines;
      },
    };
    done.set(file, indexed);
    return indexed;
  };
}

/** Some vendors issue UUIDs as tokens: one is secret wherever any place of the tree uses it so. */
function standsAsSecret(uuid: string, text: string, { file, index, lines }: IndexedText): boolean {
  for (let at = text.indexOf(uuid); at >= 0; at = text.indexOf(uuid, at + uuid.length)) {
    if (isSecretUuid(uuid, file, lines(), positionAt(index, at).line - 1)) return true;
  }
  return false;
}
