import type { ShellWord } from '../../model/document.ts';
import type { DestructiveCommand } from '../../model/fact.ts';
import type { CommandSpec } from '../../model/knowledge.ts';

/** Words of one command that are looked at. */
const maxWords = 100;

/** What a destructive command takes, as its spec says and its words name it. `words` start with the program. */
export function commandNames(
  spec: CommandSpec,
  words: readonly ShellWord[],
): Pick<DestructiveCommand, 'names' | 'within' | 'products'> {
  const { products } = spec;
  return { ...wordsOf(spec, words), ...(products === undefined ? {} : { products }) };
}

function wordsOf(
  spec: CommandSpec,
  words: readonly ShellWord[],
): Pick<DestructiveCommand, 'names' | 'within'> {
  const { naming } = spec;
  if (naming === undefined) return {};
  const names: string[] = [];
  let within: string | undefined;
  let own = 1;
  for (let position = 1; position < Math.min(words.length, maxWords); position += 1) {
    const word = words[position];
    if (word === undefined) continue;
    const text = patternOf(word);
    const flag = /^--?[A-Za-z][\w-]*(?==|$)/.exec(text)?.[0];
    if (flag !== undefined) {
      const isGlued = text.length > flag.length;
      const takes = [...naming.within, ...naming.names, ...naming.valued].includes(flag);
      const next = words[position + 1];
      const value = isGlued
        ? text.slice(flag.length + 1)
        : takes && next !== undefined
          ? patternOf(next)
          : undefined;
      if (takes && !isGlued) position += 1;
      if (value === undefined) continue;
      if (naming.within.includes(flag)) within = value;
      else if (naming.names.includes(flag)) names.push(value);
    } else if (!text.startsWith('-')) {
      if (own < spec.argv.length && isOwn(spec.argv[own] ?? '', text)) own += 1;
      else names.push(text);
    }
  }
  const found = names.length === 0 ? ['*'] : names;
  return { names: found, ...(within === undefined ? {} : { within }) };
}

function isOwn(alternatives: string, text: string): boolean {
  return alternatives.split('|').includes(text);
}

/** A word with `*` for whatever only a run can tell. */
function patternOf(word: ShellWord): string {
  if (word.text !== null) return word.text;
  return word.raw
    .replace(/["']/g, '')
    .replace(/\$\([^()]*\)|`[^`]*`|\$\{[^{}]*\}|\$\w+/g, '*')
    .replace(/\$.*$/s, '*');
}
