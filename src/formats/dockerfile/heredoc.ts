/** The word that ends a here-document. */
export interface HeredocDelimiter {
  readonly name: string;
  /** `<<-`: tabs before the word are ignored. */
  readonly stripsTabs: boolean;
}

/** One shell word; quoted parts hold blanks. */
const WORD = /(?:[^\s'"\\]|\\[\s\S]?|'[^']*(?:'|$)|"(?:[^"\\]|\\[\s\S]?)*(?:"|$))+/g;
const HEREDOC = /^\d*<<(-?)(['"]?)([A-Za-z_][\w.-]*)\2(?=$|[;|&<>()])/;

/**
 * Here-documents an instruction opens, in order. Only a word that starts with `<<` opens one.
 * @see https://docs.docker.com/reference/dockerfile/#here-documents
 */
export function heredocDelimiters(text: string): readonly HeredocDelimiter[] {
  if (!text.includes('<<')) return [];
  return [...text.matchAll(WORD)].flatMap(([word]) => {
    const [, dash, , name] = HEREDOC.exec(word) ?? [];
    return name === undefined ? [] : [{ name, stripsTabs: dash === '-' }];
  });
}
