import type { AgentRule } from '../../model/fact.ts';
import { isHome } from '../../model/source.ts';
import { jsonPathAt, jsonValue } from './json-edit.ts';

/** A rule as it stands in a list of a JSON settings file. */
export interface LooseItem {
  /** Of the list. */
  readonly list: readonly (string | number)[];
  readonly text: string;
  /** The rule's own name hides a part of it: it must not be written anywhere else. */
  readonly holdsSecret: boolean;
}

/** Those of the rules that stand in a list of this file, whose text must be the one that the rules were read from. */
export function looseItems(
  text: string,
  file: string,
  loose: readonly AgentRule[],
): readonly LooseItem[] {
  return loose.flatMap((rule) => {
    const { at } = rule;
    if (isHome(at.file) || (at.file !== file && !at.file.endsWith(`/${file}`))) return [];
    const path = jsonPathAt(text, at.start);
    const found = jsonValue(text, path);
    if (typeof found !== 'string' || typeof path.at(-1) !== 'number') return [];
    return [{ list: path.slice(0, -1), text: found, holdsSecret: !rule.name.includes(found) }];
  });
}
