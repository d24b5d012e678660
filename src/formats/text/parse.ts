import type { Parse } from '../../model/plugin.ts';

/** Keeps the text as it is. */
export const parse: Parse = (file, text) => ({
  shape: 'text',
  format: 'text',
  file,
  text,
  comments: [],
  problems: [],
});
