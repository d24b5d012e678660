import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { parseConnectionUrl } from '../../recognize/credential/connection-url.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';

/** An address in a string: `postgresql://user:password@host:5432/name`. */
const address =
  /(?<![A-Za-z0-9])[a-z][a-z0-9+]{1,30}:\/\/[^\s:@/"'`]{1,100}:[^\s@/"'`]{1,400}@[^\s"'`)\]},;]{4,500}/g;
/** What the string is called: `connectionString: '`, `DATABASE_URL = "`, `process.env.DATABASE_URL ?? '`, `os.getenv("DATABASE_URL", "`. */
const called =
  /([A-Za-z_][A-Za-z0-9_]{1,60})["'`]?[\])]?\s{0,4}(?::|:?=|\|\||\?\?|,)\s{0,4}[a-z]?["'`]$/;
/** A password that is put in when the program runs: `%s`, `%(password)s`, `{}`, `#{password}`. */
const filled = /^%(?:\(\w{1,60}\))?[sdvq]$|^[#$]?\{/;
const longestName = 100;
/** A program with more is a list of samples. */
const mostAddresses = 50;

/**
 * Stores and logins whose address stands in a program, where the host is a platform's own: any other name may be a container, a sample or a host
 * that nobody else reaches. A program defines variables for nobody else, so bindings are left out.
 */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => addressesIn(document, knowledge));

function addressesIn(document: SourceText, knowledge: Knowledge): readonly Fact[] {
  const facts: Fact[] = [];
  let count = 0;
  for (const match of document.text.matchAll(address)) {
    if (!isLogin(match[0], knowledge)) continue;
    count += 1;
    if (count > mostAddresses) break;
    facts.push(...factsAt(document, match.index, match[0], knowledge));
  }
  return facts;
}

/** Whether a string is the address of a database that a platform runs, with a password that is written out. */
function isLogin(text: string, knowledge: Knowledge): boolean {
  const url = parseConnectionUrl(text);
  if (url === null || secretForm(url.password ?? '') !== 'literal') return false;
  if (filled.test(url.password ?? '')) return false;
  const known = knowledge.host(url.host);
  return known !== undefined && !known.spec.environmentLocal;
}

function factsAt(
  document: SourceText,
  start: number,
  text: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const before = document.text.slice(Math.max(0, start - longestName), start);
  const name = called.exec(before)?.[1] ?? parseConnectionUrl(text)?.host ?? '';
  const value = plainValue(document, start, start + text.length);
  const variable = {
    name,
    value,
    keyAt: value.at,
    document,
    environment: null,
    collector: 'connection-urls',
    comment: null,
  };
  return factsOfVariable(variable, knowledge).filter((fact) => fact.kind !== 'Binding');
}
