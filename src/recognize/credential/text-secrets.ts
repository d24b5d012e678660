import { type ScalarNode, sourceRange } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { factsOfAnyCase } from './any-case-variable.ts';
import { connectionAddresses } from './connection-address.ts';
import type { SourceText } from './credential.ts';
import { sliceScalar, variableName } from './inline-secrets.ts';
import { secretForm } from './secret-value.ts';
import { basicLogin, siteHost, siteLogin } from './site-login.ts';

/** Where a text stands and for whom it speaks. */
export interface TextPlace {
  readonly document: SourceText;
  readonly collector: string;
  readonly environment: EntityKey | null;
}

interface Found {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: readonly [number, number];
}

/** `NAME=value`, `name = "value"`, `"NAME": 'value'`, `os.environ["NAME"] = "value"`. */
const assignment =
  /(?<![A-Za-z0-9_$.-])([A-Za-z_][A-Za-z0-9_]{2,60})["']?\]?[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}(?:"([^"\n]{1,4096})"|'([^'\n]{1,4096})'|([^\s"'`,;(){}[\]&|]{1,4096}))/dg;
/** `vercel deploy --token value`: the program and the flag together name the variable. */
const flag =
  /(?:^|[\n;&|]|\bsudo\s)[ \t]{0,8}(?:npx\s{1,4})?([a-z][a-z0-9-]{1,30})\b([^\n;&|]{0,400}?)\s--([a-z][a-z-]{0,30}(?:token|key|secret|password)|token|password)(?:=|[ \t]{1,4})["']?([^\s"']{8,4096})/dg;
/** `curl -u user:password`, `Authorization: Bearer value`, near the address they are sent to. */
const basic = /(?<=\s)(?:-u|--user)[ \t=]{1,4}["']?([^\s"':]{1,100}):([^\s"']{4,400})/dg;
const bearer =
  /\bauthorization["'`]?\s{0,4}[:=,]\s{0,4}f?["'`]?(bearer|token|basic)[ \t]{1,4}([A-Za-z0-9._~+/=:-]{12,4096})/dgi;
const address = /https?:\/\/([A-Za-z0-9.-]{3,253})/g;
/** A text with more logins is generated. */
const mostFound = 200;

/**
 * Credentials and stores in text that programs run or print: command lines, cells of a notebook, requests. Assignments of known names, flags of known
 * programs, addresses with a password, headers beside the address they go to. Bindings are left out: such a text defines variables for nobody else.
 */
export function factsOfText(
  scalar: ScalarNode,
  place: TextPlace,
  knowledge: Knowledge,
): readonly Fact[] {
  if (scalar.text.length < 12) return [];
  const facts: Fact[] = [];
  const taken: (readonly [number, number])[] = [];
  for (const found of variablesIn(scalar.text, knowledge)) {
    if (taken.some(([start, end]) => found.value[0] < end && start < found.value[1])) continue;
    const made = variableFacts(found, scalar, place, knowledge);
    if (made.length === 0) continue;
    taken.push(found.value);
    // Free text has no grammar that would make the next word a value: what does not look like one is a word.
    if (!made.some(isDoubtful)) facts.push(...made);
    if (taken.length >= mostFound) break;
  }
  facts.push(...headerFacts(scalar, place, knowledge));
  return facts.filter((fact) => fact.kind !== 'Binding');
}

function isDoubtful(fact: Fact): boolean {
  return (fact.kind === 'Credential' || fact.kind === 'DataStore') && fact.confidence === 'low';
}

function variableFacts(
  found: Found,
  scalar: ScalarNode,
  place: TextPlace,
  knowledge: Knowledge,
): readonly Fact[] {
  const { file } = place.document;
  const value = sliceScalar(file, scalar, ...found.value);
  const keyAt = sourceRange(file, scalar, found.start, found.end);
  return factsOfAnyCase({ ...place, name: found.name, value, keyAt, comment: null }, knowledge);
}

/** Assignments before addresses and flags: where they overlap, the name that the text gives a value counts. */
function* variablesIn(text: string, knowledge: Knowledge): Iterable<Found> {
  yield* assigned(text);
  yield* addresses(text);
  yield* flagged(text, knowledge);
}

function* assigned(text: string): Iterable<Found> {
  for (const match of text.matchAll(assignment)) {
    const name = match.indices?.[1];
    const value = match.indices?.[2] ?? match.indices?.[3] ?? match.indices?.[4];
    if (name === undefined || value === undefined) continue;
    // A call or a subscript is computed; only words and strings are values.
    if (match[4] !== undefined && /[<>$\\*]|[([]$/.test(match[4] + (text[value[1]] ?? '')))
      continue;
    yield { name: match[1] ?? '', start: name[0], end: name[1], value };
  }
}

/** An address is called by its host, which is all that such a text says of it. */
function* addresses(text: string): Iterable<Found> {
  for (const { start, end, host } of connectionAddresses(text)) {
    const name = text.slice(...host);
    if (name !== '') yield { name, start: host[0], end: host[1], value: [start, end] };
  }
}

function* flagged(text: string, knowledge: Knowledge): Iterable<Found> {
  for (const match of text.matchAll(flag)) {
    const value = match.indices?.[4];
    const name = variableName(`${match[1] ?? ''}_${match[3] ?? ''}`);
    const at = match.indices?.[3];
    if (value === undefined || at === undefined) continue;
    if (knowledge.credentialByName(name) === undefined) continue;
    yield { name, start: at[0], end: at[1], value };
  }
}

function headerFacts(
  scalar: ScalarNode,
  { document, collector }: TextPlace,
  knowledge: Knowledge,
): readonly Fact[] {
  const { text } = scalar;
  const facts: Fact[] = [];
  const add = (user: string | null, secret: string, at: readonly [number, number]): void => {
    const host = hostNear(text, at[0]);
    if (host === null || facts.length >= mostFound) return;
    const range = sourceRange(document.file, scalar, ...at);
    const fact = siteLogin(
      {
        host,
        user,
        secret,
        name: host,
        nameStart: range.start,
        at: range,
        document,
        collector,
        plane: 'control',
      },
      knowledge,
    );
    if (fact !== null) facts.push(fact);
  };
  for (const match of text.matchAll(basic)) {
    const at = match.indices?.[0];
    if (at !== undefined) add(match[1] ?? null, match[2] ?? '', at);
  }
  for (const match of text.matchAll(bearer)) {
    const at = match.indices?.[0];
    if (at === undefined) continue;
    const login = match[1]?.toLowerCase() === 'basic' ? basicLogin(match[2] ?? '') : null;
    if (match[1]?.toLowerCase() === 'basic' && login === null) continue;
    add(login?.user ?? null, login?.secret ?? match[2] ?? '', at);
  }
  return facts;
}

/** The address on the same line, else the nearest one within a few lines. */
function hostNear(text: string, offset: number): string | null {
  let best: { readonly host: string; readonly distance: number } | null = null;
  const from = Math.max(0, offset - 800);
  for (const match of text.slice(from, offset + 800).matchAll(address)) {
    const position = from + match.index;
    const distance = Math.abs(position - offset);
    if (best === null || distance < best.distance) {
      best = { host: siteHost(match[0]), distance };
    }
  }
  return best !== null && secretForm(best.host) === 'literal' ? best.host : null;
}
