import type { SourceRange } from '../../model/source.ts';
import { nameTokens } from '../name-tokens.ts';
import { tierOf } from '../tier.ts';
import type { ObjectVal, Property, Val } from './value.ts';

/** Stages that are told apart. */
const MAX_STAGES = 6;

/**
 * Stages that a program asks for by name, `null` where it asks for none. Lines that compare a stage mention what the tool calls it; such lines may hold
 * names of other things too, which have more words.
 */
export function stagesIn(
  texts: readonly string[],
  { mention, words }: { readonly mention: RegExp; readonly words: number },
): readonly (string | null)[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.length > 400 || !mention.test(line)) continue;
      for (const [, word = ''] of line.matchAll(/["'`]([A-Za-z][\w-]{1,30})["'`]/g))
        if (tierOf(word) !== null && nameTokens(word).length <= words) found.add(word);
    }
  }
  // What a setting is called is no stage.
  found.delete('stage');
  return found.size === 0 ? [null] : [...found].sort().slice(0, MAX_STAGES);
}

/** An object that a program is handed. */
export function objectVal(values: Readonly<Record<string, Val>>, at: SourceRange): ObjectVal {
  const props = new Map<string, Property>(
    Object.entries(values).map(([key, value]) => [key, { value, keyAt: at, at }]),
  );
  return { kind: 'object', props, isOpen: false, at };
}
