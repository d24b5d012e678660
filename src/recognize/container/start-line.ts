import type { EmbeddedText, OffsetPair } from '../../model/document.ts';

const shell = /(?:^|\/)(?:ba|da|k|z)?sh$/;
/** `-c`, also the last of a cluster of short flags. */
const program = /^-[A-Za-z]*c$/;

/** The words that a container starts with as one line of the shell: what they hand to a shell, else themselves. */
export function startLine(words: readonly EmbeddedText[]): EmbeddedText | null {
  const [first] = words;
  if (first === undefined) return null;
  const flag = shell.test(first.text) ? words.findIndex(({ text }) => program.test(text)) : -1;
  if (flag >= 0) return words[flag + 1] ?? null;
  let text = '';
  const map: OffsetPair[] = [];
  for (const word of words) {
    if (text !== '') text += ' ';
    // A word of a list is one word, whatever it holds.
    const isPlain = /^[\w@%+=:,./${}()-]+$/.test(word.text);
    if (!isPlain) text += "'";
    for (const [decoded, source] of word.map) map.push([decoded + text.length, source]);
    text += isPlain ? word.text : `${word.text.replaceAll("'", ' ')}'`;
  }
  return { text, map };
}
