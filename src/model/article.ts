/** Letters whose English names start with a vowel: an MCP server, an SSH key, an S3 key. */
const spelled = /^[AEFHILMNORSX](?:[A-Z\d]|\b)/;
/** Capitals that are read as a word. */
const words = /^(?:NATS|SOPS)\b/;

/** A title with its indefinite article: `an OpenAI project key`, `a long-lived AWS access key id`. */
export function withArticle(title: string): string {
  const isVowel =
    !words.test(title) &&
    (spelled.test(title) || /^(?:[aeio]|npm\b|u(?!ni|s(?:e|[^a-z])))/i.test(title));
  return `${isVowel ? 'an' : 'a'} ${title}`;
}
