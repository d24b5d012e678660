import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import {
  type ConnectionAddress,
  connectionAddresses,
} from '../../recognize/credential/connection-address.ts';
import type { ConnectionUrl } from '../../recognize/credential/connection-url.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import { isPublicHost } from '../../recognize/credential/public-host.ts';
import { isWeakSecret, secretForm } from '../../recognize/credential/secret-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';

/** What the string is called: `connectionString: '`, `DATABASE_URL = "`, `process.env.DATABASE_URL ?? '`, `os.getenv("DATABASE_URL", "`. */
const called =
  /([A-Za-z_][A-Za-z0-9_]{1,60})["'`]?[\])]?\s{0,4}(?::|:?=|\|\||\?\?|,)\s{0,4}[a-z]?["'`]$/;
/** The same in a command line: `set DATABASE_URL=`, `cross-env DATABASE_URL=`. */
const assigned = /(?<![A-Za-z0-9_])([A-Z][A-Z0-9_]{1,60})=$/;
/** A password that is put in when the program runs: `%s`, `%(password)s`, `{}`, `#{password}`. */
const filled = /^%(?:\(\w{1,60}\))?[sdvq]$|^[#$]?\{/;
const longestName = 100;
/** A program with more is a list of samples. */
const mostAddresses = 50;

/**
 * Stores and logins whose address stands in a program, where the host is a platform's own or one that the whole internet can name: any other may be a
 * container or a machine that nobody else reaches. A program defines variables for nobody else, so bindings are left out.
 */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => addressesIn(document, knowledge));

function addressesIn(document: SourceText, knowledge: Knowledge): readonly Fact[] {
  const facts: Fact[] = [];
  let count = 0;
  for (const address of connectionAddresses(document.text)) {
    if (!isLogin(address.url, knowledge)) continue;
    count += 1;
    if (count > mostAddresses) break;
    facts.push(...factsAt(document, address, knowledge));
  }
  return facts;
}

/** Whether an address is that of a database that answers from here, with a password that is written out. */
function isLogin(url: ConnectionUrl, knowledge: Knowledge): boolean {
  const { host } = url;
  const password = url.password ?? '';
  if (secretForm(password) !== 'literal' || filled.test(password)) return false;
  const known = knowledge.host(host);
  if (known !== undefined) return !known.spec.environmentLocal;
  // Where nobody knows the host, a password that anybody would write in a sample is one.
  return isPublicHost(host) && !isWeakSecret(password, url.user);
}

function factsAt(
  document: SourceText,
  { url, start, end }: ConnectionAddress,
  knowledge: Knowledge,
): readonly Fact[] {
  const before = document.text.slice(Math.max(0, start - longestName), start);
  const name = (called.exec(before) ?? assigned.exec(before))?.[1] ?? url.host;
  const value = plainValue(document, start, end);
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
