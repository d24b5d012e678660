import type { DataDocument } from '../../model/document.ts';
import type { FilePath } from '../../model/source.ts';
import { documentFrom } from './document.ts';
import { brokenEvents } from './read-broken.ts';

/**
 * Reads YAML 1.2 with merge keys, one root per document that is not empty. Aliases are shared nodes, never copies.
 * Values that a template language computes are expressions; block scalars keep their directives as text.
 * Broken text gives problems and all that makes sense, or at least what precedes the damage.
 */
export function parse(file: FilePath, text: string): DataDocument {
  // `brokenEvents` always answers, so there always is a document.
  return documentFrom(file, text, brokenEvents) ?? emptyDocument(file, text);
}

function emptyDocument(file: FilePath, text: string): DataDocument {
  return { shape: 'data', format: 'yaml', file, text, roots: [], comments: [], problems: [] };
}
