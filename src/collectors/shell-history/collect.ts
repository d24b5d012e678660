import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import { factsOfText } from '../../recognize/credential/text-secrets.ts';

const longestLine = 10_000;
/** The last ones are what a shell offers again. */
const mostLines = 20_000;
/** More is no history of one person. */
const mostFacts = 200;

/** Credentials and stores in the command lines of a history; a credential that was typed often counts once. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => historyFacts(document, knowledge));

function historyFacts(document: SourceText, knowledge: Knowledge): readonly Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  for (const [start, end] of linesOf(document.text).slice(-mostLines)) {
    const line = plainValue(document, start, end);
    const place = { document, collector: 'shell-history', environment: null };
    const made = factsOfText(line, place, knowledge);
    const again = new Set(made.filter((fact) => isSeen(fact, seen)).map(keyOf));
    facts.push(...made.filter((fact) => !ends(fact).some((key) => again.has(key))));
    if (facts.length >= mostFacts) break;
  }
  return facts;
}

/** Whether this credential was typed before; remembers it. */
function isSeen(fact: Fact, seen: Set<string>): boolean {
  if (fact.kind !== 'Credential' || fact.digest === null) return false;
  if (seen.has(fact.digest)) return true;
  seen.add(fact.digest);
  return false;
}

function keyOf(fact: Fact): EntityKey | null {
  return fact.kind === 'Relation' || fact.kind === 'Binding' ? null : fact.key;
}

/** What goes when its credential does: the fact itself, or a relation at either end. */
function ends(fact: Fact): readonly (EntityKey | null)[] {
  return fact.kind === 'Relation' ? [fact.from, fact.to] : [keyOf(fact)];
}

/** Without the time stamp that zsh puts first and the key that fish does. */
const stamp = /^(?:: \d{1,12}:\d{1,8};|- cmd: )/;

function linesOf(text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const from = start + (stamp.exec(line)?.[0].length ?? 0);
    if (line.length <= longestLine && line.length > 12) found.push([from, start + line.length]);
    start += line.length + 1;
  }
  return found;
}
