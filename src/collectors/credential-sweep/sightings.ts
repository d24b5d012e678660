import type { Knowledge } from '../../model/knowledge.ts';
import {
  type CredentialKind,
  credentialKind,
  matchesWhole,
  type SourceText,
} from '../../recognize/credential/credential.ts';
import { isWeakSecret, secretForm } from '../../recognize/credential/secret-value.ts';

/** A credential seen in text. */
export interface Sighting {
  readonly name: string;
  readonly kind: CredentialKind;
  /** `null` for a reference. */
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
}

/** Per file and notation; a file that holds more is generated, and says nothing new after these. */
const maxSightings = 500;

/** All sightings, the most telling notations first. */
export function sightings(document: SourceText, knowledge: Knowledge): readonly Sighting[] {
  return [
    ...assignments(document, knowledge),
    ...headers(document.text, knowledge),
    ...prefixed(document.text, knowledge),
    ...references(document, knowledge),
  ];
}

/**
 * `NAME=value`, `NAME: "value"`, `"NAME": 'value'`, `NAME := value`, `--name=value`. The value is a template expression, one quoted string or one word.
 */
const assignment =
  /(?<![A-Za-z0-9_$.-])([A-Za-z_][A-Za-z0-9_]{2,80})["'`]?[ \t]{0,20}(?::=|=>|[:=])[ \t]{0,20}(?:(\$\{\{[^}\n]{1,200}\}\})|"([^"\n]{1,4096})"|'([^'\n]{1,4096})'|`([^`\n]{1,4096})`|([^\s"'`,;)}\]]{1,4096}))/g;

function assignments(document: SourceText, knowledge: Knowledge): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const match of document.text.matchAll(assignment)) {
    const name = match[1] ?? '';
    const value = match.slice(2).find((part) => part !== undefined) ?? '';
    const kind = credentialKind([name], value, document, knowledge);
    if (kind === null) continue;
    const sighting = judged(name, kind, value, match.index, match.index + match[0].length);
    if (sighting !== null) found.push(sighting);
    if (found.length >= maxSightings) break;
  }
  return found;
}

/** Kept only when the text proves a literal of that kind, or a reference. */
function judged(
  name: string,
  kind: CredentialKind,
  value: string,
  start: number,
  end: number,
): Sighting | null {
  const form = secretForm(value);
  if (form === 'reference') return { name, kind, value: null, start, end };
  if (form !== 'literal') return null;
  if (kind.decidedBy !== 'prefix' && !isPlausible(kind, value)) return null;
  return { name, kind, value, start, end };
}

/** Free text has no grammar that would make the next word a value: only a proven shape or a random-looking word counts. */
function isPlausible(kind: CredentialKind, value: string): boolean {
  const { shape } = kind.known.spec;
  if (shape !== null) return matchesWhole(shape, value);
  if (isWeakSecret(value) || value.length < 20 || /[(){}<>$\\|]/.test(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && !value.includes(' ');
}

/** `Authorization: Bearer value` and other credential headers, near a host of the provider. */
const header =
  /(?<![A-Za-z0-9_-])([A-Za-z][A-Za-z-]{3,60})["'`]?\s{0,4}[:,=]\s{0,4}["'`]?(?:(?:bearer|token)\s{1,4})?([A-Za-z0-9_.:~+/=-]{16,4096})/gi;
/** How far from the header the host may stand. */
const nearby = 1500;

function headers(text: string, knowledge: Knowledge): readonly Sighting[] {
  const names = marks(knowledge).headers;
  const found: Sighting[] = [];
  for (const match of text.matchAll(header)) {
    const name = match[1] ?? '';
    const value = match[2] ?? '';
    if (!names.has(name.toLowerCase()) || secretForm(value) !== 'literal') continue;
    const known = hostsNear(text, match.index, knowledge)
      .map((host) => knowledge.credentialByHeader(name, host))
      .find((candidate) => candidate !== undefined);
    if (known === undefined) continue;
    const kind: CredentialKind = { known, decidedBy: 'context' };
    if (!isPlausible(kind, value)) continue;
    found.push({ name, kind, value, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** What the catalogue says to look for, gathered once per run instead of once per file. */
interface Marks {
  readonly headers: ReadonlySet<string>;
  readonly hosts: readonly string[];
  /** Where a token may begin: one of the prefixes, at the start of a word. `null` where the catalogue has none. */
  readonly prefix: RegExp | null;
}

const marksOf = new WeakMap<Knowledge, Marks>();

function marks(knowledge: Knowledge): Marks {
  const before = marksOf.get(knowledge);
  if (before !== undefined) return before;
  const specs = knowledge.providers.flatMap((pack) => pack.credentials);
  const prefixes = [...new Set(specs.flatMap((spec) => spec.prefixes))].map((prefix) =>
    prefix.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  const made: Marks = {
    headers: new Set(specs.flatMap((spec) => spec.headers)),
    hosts: knowledge.providers.flatMap((pack) => pack.api?.hosts ?? []),
    prefix:
      prefixes.length === 0
        ? null
        : new RegExp(`(?<![A-Za-z0-9_-])(?:${prefixes.sort().join('|')})`, 'g'),
  };
  marksOf.set(knowledge, made);
  return made;
}

function hostsNear(text: string, offset: number, knowledge: Knowledge): readonly string[] {
  const around = text.slice(Math.max(0, offset - nearby), offset + nearby).toLowerCase();
  return marks(knowledge).hosts.filter((host) => around.includes(host));
}

/** Tokens whose beginning names their vendor, wherever they stand. */
function prefixed(text: string, knowledge: Knowledge): readonly Sighting[] {
  const { prefix } = marks(knowledge);
  if (prefix === null) return [];
  const found: Sighting[] = [];
  for (const { index } of text.matchAll(prefix)) {
    const sighting = tokenAt(text, index, knowledge);
    if (sighting !== null) found.push(sighting);
    if (found.length >= maxSightings) break;
  }
  return found;
}

function tokenAt(text: string, start: number, knowledge: Knowledge): Sighting | null {
  const value = /^[A-Za-z0-9_.:|+/=~-]{1,4096}/.exec(text.slice(start, start + 4096))?.[0] ?? '';
  // The same word may end a sentence or a path.
  for (const candidate of [value, value.replace(/[.:/=|~+-]+$/, '')]) {
    const known = knowledge.credentialByValue(candidate);
    if (known === undefined || secretForm(candidate) !== 'literal') continue;
    const name = `${known.provider} ${known.spec.id}`;
    return {
      name,
      kind: { known, decidedBy: 'prefix' },
      value: candidate,
      start,
      end: start + candidate.length,
    };
  }
  return null;
}

/** A program or workflow that takes the credential from its environment. One per name: the first place. */
const reference =
  /(?:process\.env\.|import\.meta\.env\.|Deno\.env\.get\(["']|process\.env\[["']|os\.environ(?:\.get\(|\[)["']|os\.getenv\(["']|getenv\(["']|ENV(?:\.fetch\(|\[)["']|System\.getenv\("|os\.Getenv\("|env::var\("|secrets\.)([A-Za-z_][A-Za-z0-9_]{2,80})/g;

function references(document: SourceText, knowledge: Knowledge): readonly Sighting[] {
  const found = new Map<string, Sighting>();
  for (const match of document.text.matchAll(reference)) {
    const name = match[1] ?? '';
    if (found.has(name)) continue;
    const kind = credentialKind([name], null, document, knowledge);
    const end = match.index + match[0].length;
    if (kind !== null) found.set(name, { name, kind, value: null, start: end - name.length, end });
  }
  return [...found.values()];
}
