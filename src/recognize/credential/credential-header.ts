import type { CredentialSpec, Knowledge, Known } from '../../model/knowledge.ts';

/**
 * The kind of credential that the way of sending proves: a header that only one kind uses, anywhere in the file, or `Authorization: Bearer` with
 * this variable next to the provider's API host. `null` when the file does not say, or says both.
 */
export function credentialKindByHeader(
  name: string,
  provider: string,
  text: string,
  knowledge: Knowledge,
): Known<CredentialSpec> | null {
  let memo = answersOf.get(knowledge);
  if (memo === undefined || memo.text !== text) {
    memo = { text, byName: new Map() };
    answersOf.set(knowledge, memo);
  }
  const key = `${provider} ${name}`;
  const known = memo.byName.get(key);
  if (known !== undefined) return known;
  const answer = kindByHeader(name, provider, text, knowledge);
  memo.byName.set(key, answer);
  return answer;
}

/** Answers about the text asked about last: a file that names one variable a thousand times is searched once. */
const answersOf = new WeakMap<
  Knowledge,
  { readonly text: string; readonly byName: Map<string, Known<CredentialSpec> | null> }
>();

function kindByHeader(
  name: string,
  provider: string,
  text: string,
  knowledge: Knowledge,
): Known<CredentialSpec> | null {
  const facts = knowledge.provider(provider);
  if (facts === undefined) return null;
  const found: Known<CredentialSpec>[] = [];
  const lower = text.toLowerCase();
  for (const spec of facts.credentials) {
    for (const header of spec.headers) {
      const sent =
        header === 'authorization'
          ? facts.api?.hosts.some((host) => lower.includes(host)) === true && isBearer(name, text)
          : lower.includes(header);
      if (sent && !found.some((known) => known.spec.id === spec.id)) found.push({ provider, spec });
    }
  }
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

const bearer =
  /\bauthorization\b["'`\]]{0,2}\s{0,8}[:=,]{0,2}\s{0,8}[fF]?["'`]{0,2}\s{0,8}(?:bearer\b)?(.{0,120})/gi;

/** Whether the variable, or a name that is assigned from it, follows `Authorization: Bearer`. */
function isBearer(name: string, text: string): boolean {
  const names = [name, ...assignedFrom(name, text)];
  for (const match of text.slice(0, 400_000).matchAll(bearer)) {
    if (!/bearer/i.test(match[0])) continue;
    const sent = match[1] ?? '';
    if (names.some((candidate) => containsWord(sent, candidate))) return true;
  }
  return false;
}

function assignedFrom(name: string, text: string): readonly string[] {
  const found: string[] = [];
  let from = text.indexOf(name);
  while (from >= 0 && found.length < 20) {
    const line = text.slice(text.lastIndexOf('\n', from) + 1, from);
    const target = /([A-Za-z_][A-Za-z0-9_]{0,60})\s{0,4}(?::[^=]{1,40})?=[^=]/.exec(
      line.slice(-200),
    );
    if (target?.[1] !== undefined) found.push(target[1]);
    from = text.indexOf(name, from + name.length);
  }
  return found;
}

function containsWord(text: string, word: string): boolean {
  let from = text.indexOf(word);
  while (from >= 0) {
    const before = text[from - 1] ?? ' ';
    const after = text[from + word.length] ?? ' ';
    if (!/[A-Za-z0-9_]/.test(before) && !/[A-Za-z0-9_]/.test(after)) return true;
    from = text.indexOf(word, from + 1);
  }
  return false;
}
