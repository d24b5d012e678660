import type { Fact } from '../model/fact.ts';

/** Says whether the expression occurs in a text; `null` when it is none that runs in linear time. */
type Compile = (text: string, ignoreCase: boolean) => ((subject: string) => boolean) | null;

/** Rules come from the scanned tree, so they run on an engine without backtracking, which only trees with such rules load. */
let compile: Compile | null = null;
const compiled = new Map<string, ReturnType<Compile>>();

/** Longer expressions decide nothing: building their automaton is what would take the time. */
const maxLength = 2_000;
/** Expressions of one run; a tree with more of them has other worries. */
const maxExpressions = 5_000;

/** Loads the engine for regular expressions where a rule is written as one. Call it before linking. */
export async function prepareRegex(facts: Iterable<Fact>): Promise<void> {
  if (compile !== null) return;
  for (const fact of facts) {
    if (fact.kind === 'AgentRule' && fact.pattern.type === 'regex') {
      const { RE2JS } = await import('re2js');
      compile = (text, ignoreCase) => {
        try {
          const flags = ignoreCase ? RE2JS.CASE_INSENSITIVE : 0;
          const regex = RE2JS.compile(text, flags);
          return (subject) => regex.matcher(subject).find();
        } catch {
          // Look-around and back-references: what such a rule covers cannot be told.
          return null;
        }
      };
      return;
    }
  }
}

/** Whether the expression occurs in the text; `null` when that cannot be told. */
export function regexCovers(text: string, ignoreCase: boolean, subject: string): boolean | null {
  const key = `${ignoreCase ? 'i' : ''}/${text}`;
  let test = compiled.get(key);
  if (test === undefined) {
    const isTooMuch = text.length > maxLength || compiled.size >= maxExpressions;
    test = isTooMuch || compile === null ? null : compile(text, ignoreCase);
    compiled.set(key, test);
  }
  return test === null ? null : test(subject);
}
