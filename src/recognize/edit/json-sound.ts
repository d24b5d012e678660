import { type ParseError, parseTree } from 'jsonc-parser';

/** Whether a text can be edited by key: an object without syntax errors, comments and trailing commas allowed, or nothing at all. */
export function isSoundJson(text: string): boolean {
  if (text.trim() === '') return true;
  const errors: ParseError[] = [];
  // The parser takes a byte order mark for a wrong character, and edits beside it are right all the same.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return errors.length === 0 && root?.type === 'object';
}
