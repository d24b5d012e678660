import type { Knowledge } from '../../model/knowledge.ts';
import {
  type CredentialKind,
  credentialKind,
  type SourceText,
} from '../../recognize/credential/credential.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { assignments } from './assignments.ts';
import { isPlausible } from './plausible.ts';
import { maxSightings, type Sighting } from './sighting.ts';

/** All sightings, the most telling notations first. */
export function sightings(document: SourceText, knowledge: Knowledge): readonly Sighting[] {
  return [
    ...assignments(document, knowledge),
    ...headers(document.text, knowledge),
    ...prefixed(document.text, knowledge),
    ...references(document, knowledge),
  ];
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
  /** Shapes, to be tried at one place, of values that hold more than a token's characters: by prefix. */
  readonly shapes: readonly (readonly [prefix: string, shape: RegExp])[];
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
    shapes: specs.flatMap(({ prefixes: starts, shape }) =>
      // One that takes any character at all would not know where to end.
      shape === null || shape.source.includes(String.raw`[\s\S]`)
        ? []
        : starts.map((start): readonly [string, RegExp] => [start, new RegExp(shape.source, 'y')]),
    ),
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
  for (const value of wordsAt(text, start, knowledge)) {
    const known = knowledge.credentialByValue(value);
    if (known === undefined || secretForm(value) !== 'literal') continue;
    const name = `${known.provider} ${known.spec.id}`;
    const kind: CredentialKind = { known, decidedBy: 'prefix' };
    return { name, kind, value, start, end: start + value.length };
  }
  return null;
}

/** What may be the value that begins at a place. */
function* wordsAt(text: string, start: number, knowledge: Knowledge): Iterable<string> {
  const word = /^[A-Za-z0-9_.:|+/=~-]{1,4096}/.exec(text.slice(start, start + 4096))?.[0] ?? '';
  yield word;
  // The same word may end a sentence or a path.
  yield word.replace(/[.:/=|~+-]+$/, '');
  for (const [prefix, shape] of marks(knowledge).shapes) {
    if (!text.startsWith(prefix, start)) continue;
    shape.lastIndex = start;
    const found = shape.exec(text)?.[0] ?? '';
    const armour = /-----END [A-Z ]{1,40}-----/.exec(found);
    const value = armour === null ? found : found.slice(0, armour.index + armour[0].length);
    // A connection string, or a key with its line breaks; what is of a token's characters throughout is a word.
    if (!/[^A-Za-z0-9_.:|+/=~-]/.test(value)) continue;
    if (!/[A-Za-z0-9_]/.test(text[start + value.length] ?? '')) yield value;
  }
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
