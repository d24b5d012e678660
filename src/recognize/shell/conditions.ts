import { nameTokens } from '../name-tokens.ts';
import { tierOf } from '../tier.ts';

/** Whether a condition is true in production, false there, or says nothing about it. */
export type Meaning = 'production' | 'not-production' | null;

const comparison =
  /(!\s+)?(?:\[\[?|\btest)\s+(!\s+)?["']?\$\{?(\w+)[^\s"']{0,60}["']?\s+(==?|!=|=~)\s+["']?([^\s"'\]]+)/g;
const environmentWords = new Set(
  'env environment stage tier target cluster context workspace mode deploy'.split(' '),
);

/** Reads the comparisons of a shell condition; `&&` and `||` combine them. */
export function shellMeaning(condition: string): Meaning {
  const meanings = [...condition.slice(0, 2000).matchAll(comparison)].map(readComparison);
  const [first] = meanings;
  if (first === undefined) return null;
  if (meanings.every((meaning) => meaning === first)) return first;
  const decisive: Meaning = condition.includes('||') ? 'production' : 'not-production';
  return meanings.includes(decisive) ? decisive : null;
}

/** The meaning of the negated condition. */
export function opposite(meaning: Meaning): Meaning {
  if (meaning === null) return null;
  return meaning === 'production' ? 'not-production' : 'production';
}

/** The meaning of `value` as the pattern or word that an environment's name is compared to. */
export function valueMeaning(value: string): Meaning {
  const tier = tierOf(value.replace(/[^A-Za-z0-9]+/g, '-'));
  if (tier === null || tier === 'unknown') return null;
  return tier === 'production' ? 'production' : 'not-production';
}

/** Whether a variable by this name, or an argument of the script, may hold the name of an environment. */
export function namesEnvironment(name: string): boolean {
  return /^\d$/.test(name) || nameTokens(name).some((token) => environmentWords.has(token));
}

/** Whether a condition wants somebody to have said on the command line, or through a variable, that they mean it. */
export function wantsConsent(condition: string): boolean {
  return (
    /\$\{?\w*(?:CONFIRM|FORCE|YES|SURE|I_KNOW|UNDERSTAND|ALLOW_DESTR)/i.test(condition) ||
    /\$\{?[1-9@*#].{0,20}--?(?:yes|force|confirm|y|f|i-know)\b/.test(condition)
  );
}

/** Whether a condition asks which machine this is, or which role its database has: a script that stops there knows where it runs. */
export function looksAtHost(condition: string): boolean {
  if (/\/PG_VERSION\b/.test(condition)) return true;
  const names =
    /\bhostname\b|\$\{?(?:HOST|HOSTNAME|host|this_host|node_?name)\b|\buname\s+-n\b|in_recovery\b|\bread_only\b/;
  return names.test(condition) && /[=!]=|=~|\s(?:=|-eq|-ne)\s/.test(condition);
}

function readComparison(match: RegExpExecArray): Meaning {
  const [, before, inner, name = '', operator = '', value = ''] = match;
  if (!namesEnvironment(name)) return null;
  const negations = [before, inner].filter((one) => one !== undefined).length;
  const isNegated = (operator === '!=') !== (negations % 2 === 1);
  return isNegated ? opposite(valueMeaning(value)) : valueMeaning(value);
}
