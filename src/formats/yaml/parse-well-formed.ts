import type { DataDocument } from '../../model/document.ts';
import type { FilePath } from '../../model/source.ts';
import { documentFrom } from './document.ts';

/**
 * Reads well-formed YAML and its templates as `parse` does; `null` for a broken text. The tolerant reader is a large library that hardly any file
 * needs, so this module does not load it.
 */
export function parse(file: FilePath, text: string): DataDocument | null {
  return documentFrom(file, text, () => null);
}
