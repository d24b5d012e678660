import type { EmbeddedText, ShellDocument } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import { type FilePath, filePath } from '../../model/source.ts';
import { MAX_LENGTH } from '../positions.ts';
import { commentRanges } from './comments.ts';
import { flatten } from './flatten.ts';
import { topSource } from './source.ts';

/** Reads a shell script. */
export const parse: Parse = (file, text) => parseShell(text, { file });

/** Reads a shell program that is a whole text; without a file its ranges name `shell`. */
export function parseShell(
  text: string,
  options: { readonly file?: FilePath } = {},
): ShellDocument {
  return parseEmbeddedShell(options.file ?? filePath('shell'), { text, map: [[0, 0]] });
}

/**
 * Reads a shell program inside another file. All ranges are ranges of that file; `text` of the document and `raw` of
 * its words are the decoded program. A template expression `${{ … }}` makes its word dynamic, its name a reference.
 */
export function parseEmbeddedShell(file: FilePath, embedded: EmbeddedText): ShellDocument {
  const base = { shape: 'shell', format: 'shell', file, text: embedded.text } as const;
  const source = topSource(file, embedded);
  if (source.text.length > MAX_LENGTH) {
    const at = source.at(0, source.text.length);
    return {
      ...base,
      comments: [],
      commands: [],
      problems: [{ at, message: 'skipped: too large' }],
    };
  }
  const { commands, problems, opaque } = flatten(source);
  const comments = commentRanges(source.text, opaque).map(({ start, end }) =>
    source.at(start, end),
  );
  return { ...base, commands, comments, problems };
}
