import type { Confidence, Credential } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { CredentialSpec, Knowledge, Known, Refinement } from '../../model/knowledge.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { nameTokens } from '../name-tokens.ts';
import { credentialKindByHeader } from './credential-header.ts';
import { refineJwt } from './credential-jwt.ts';
import { purposeOf } from './purpose.ts';
import { isWeakSecret, maskSecret } from './secret-value.ts';

/** The parts of a document that recognisers look at. */
export interface SourceText {
  readonly file: FilePath;
  readonly text: string;
}

/** A kind of credential and what showed that it is one. */
export interface CredentialKind {
  readonly known: Known<CredentialSpec>;
  readonly decidedBy: Credential['decidedBy'];
}

/**
 * Decides what a named value is: its prefix first, then how the same file sends it, then its name. Where vendors share a prefix, such as `sk_live_`,
 * a name whose kind asks for that very beginning decides, and so it does where two vendors hand out one kind of file. `value` is `null` for references. `names` are tried in order, e.g. the variable and the
 * secret it is filled from.
 */
export function credentialKind(
  names: readonly string[],
  value: string | null,
  document: SourceText,
  knowledge: Knowledge,
): CredentialKind | null {
  const proven = value === null ? undefined : knowledge.credentialByValue(value.trim());
  if (proven !== undefined && value !== null) {
    const named = names.map((name) => knowledge.credentialByName(name)).find(Boolean);
    const isShared =
      named !== undefined &&
      named.provider !== proven.provider &&
      (asksForStart(named.spec.shape, value.trim()) || isReadAlike(named.spec, proven.spec));
    return isShared ? { known: named, decidedBy: 'name' } : { known: proven, decidedBy: 'prefix' };
  }
  for (const name of names) {
    const named = knowledge.credentialByName(name);
    if (named === undefined) continue;
    const sent = credentialKindByHeader(name, named.provider, document.text, knowledge);
    return sent === null || sent.spec.id === named.spec.id
      ? { known: named, decidedBy: 'name' }
      : { known: sent, decidedBy: 'context' };
  }
  return null;
}

/** A key file of Google's is one of Firebase's under a name of Firebase's: what is in it is read in the same way. */
function isReadAlike(named: CredentialSpec, proven: CredentialSpec): boolean {
  return named.refine !== undefined && named.refine === proven.refine;
}

/** Whether a shape fits a value and would not, if the value started with another letter or digit of the same class. */
function asksForStart(shape: RegExp | null, value: string): boolean {
  if (shape === null || !matchesWhole(shape, value)) return false;
  const others = /^[a-z]/.test(value) ? 'ab' : /^[A-Z]/.test(value) ? 'AB' : '01';
  const other = value.startsWith(others.slice(0, 1)) ? others.slice(1) : others.slice(0, 1);
  return !matchesWhole(shape, other + value.slice(1));
}

/** Where and how a credential was seen. */
export interface CredentialSight {
  readonly name: string;
  readonly kind: CredentialKind;
  /** The value itself, `null` for a reference; it does not leave this function. */
  readonly value: string | null;
  readonly nameStart: number;
  readonly at: SourceRange;
  readonly document: SourceText;
  readonly collector: string;
  readonly comment: string | null;
}

/**
 * Makes the fact for a credential of a catalogued kind. What the value itself says wins over what its kind implies. `null` for kinds and values that
 * are published on purpose, and for a value whose checksum is wrong.
 */
export function credentialFact(sight: CredentialSight, knowledge: Knowledge): Credential | null {
  const { provider, spec } = sight.kind.known;
  const { name, at } = sight;
  const value = sight.value?.trim() ?? null;
  const shown = value === null ? {} : refinementOf(spec, value);
  if (shown === null || (shown.isPublic ?? spec.isPublic)) return null;
  const owner =
    shown.belongsTo ?? (value === null ? null : spec.ownerIn?.(sight.document.text)) ?? null;
  const prefix = spec.prefixes.find((start) => value?.startsWith(start)) ?? '';
  const decidedBy = isDecisive(shown) ? 'claims' : sight.kind.decidedBy;
  return {
    kind: 'Credential',
    key: credentialKey(sight.document, name, sight.nameStart),
    aliases: [],
    name,
    at,
    collector: sight.collector,
    implied: false,
    confidence: confidenceOf(sight, decidedBy),
    provider,
    product: spec.id,
    title: shown.title ?? spec.title,
    form: value === null ? 'reference' : 'literal',
    scope: decided(shown.scope, spec.scope, at, spec.source),
    actions: decided(shown.actions, spec.actions, at, spec.source),
    plane: shown.plane ?? spec.plane,
    ...(shown.expiresOn === undefined ? {} : { expiresOn: shown.expiresOn }),
    ...(owner === null ? {} : { belongsTo: owner }),
    preview: value === null ? 'a reference' : maskSecret(value, prefix),
    digest: value === null ? null : knowledge.digest(value),
    decidedBy,
    purpose: purposeOf({ comment: sight.comment, name, file: sight.document.file }),
    narrower: spec.narrower,
  };
}

/** What a value shows beyond its kind; `null` where it shows that it is no credential of this kind. */
function refinementOf(spec: CredentialSpec, value: string): Refinement | null {
  if (spec.isGenuine?.(value) === false) return null;
  return spec.refine?.(value) ?? refineJwt(value) ?? {};
}

/** Its end and its owner say nothing about what it may do. */
function isDecisive(shown: Refinement): boolean {
  return [shown.title, shown.scope, shown.actions, shown.plane].some((part) => part !== undefined);
}

/** What the value says, else what the vendor says about its kind, else nothing. */
function decided<T>(
  shown: T | undefined,
  implied: T | null,
  at: SourceRange,
  source: string,
): Value<T> {
  if (shown !== undefined) return written(shown, at);
  return implied === null ? unknown('external', at) : byDefault(implied, at, source);
}

function confidenceOf(sight: CredentialSight, decidedBy: Credential['decidedBy']): Confidence {
  const { value, kind, name } = sight;
  if (isAcknowledged(sight)) return 'low';
  const { counterpart } = kind.known.spec;
  if (value !== null && counterpart?.test(sight.document.text) === false) return 'low';
  if (decidedBy === 'prefix' || decidedBy === 'claims') return 'high';
  if (value === null) return 'medium';
  const shape = kind.known.spec.shape;
  if (shape !== null) return matchesWhole(shape, value.trim()) ? 'high' : 'low';
  const isGuessable = isWeakSecret(value) || value.trim().length < 16 || echoes(value, name);
  return isGuessable ? 'low' : 'medium';
}

/** `clickhouse_password_1` in `CLICKHOUSE_PASSWORD`: a default made of the words of its own name. */
function echoes(value: string, name: string): boolean {
  let rest = value.toLowerCase().slice(0, 200);
  const words = [...nameTokens(name), 'password', 'secret', 'local', 'admin', 'user', 'root'];
  for (const word of words.sort((a, b) => b.length - a.length)) {
    if (word.length > 1) rest = rest.replaceAll(word, '');
  }
  return rest.replace(/[^a-z0-9]/g, '').length <= 4;
}

/** Marks by which other scanners are told that somebody looked at a line and knows it to be harmless. */
const acknowledged =
  /gitleaks:allow|trufflehog:ignore|ggignore|pragma:\s?allowlist[ -]secret|secretlint-disable|nosemgrep|noqa: S10[567]|spectral:ignore/;

function isAcknowledged({ document, at }: CredentialSight): boolean {
  const { text } = document;
  const start = text.lastIndexOf('\n', at.start) + 1;
  const end = text.indexOf('\n', at.end);
  return acknowledged.test(text.slice(start, end < 0 ? text.length : end).slice(0, 4_000));
}

/**
 * Key of a credential: file, name, and how often the name stood in the file before. It survives edits elsewhere in the file, and every collector that
 * sees the same place makes the same key.
 */
export function credentialKey(
  document: SourceText,
  name: string,
  nameStart: number,
): Credential['key'] {
  let ordinal = 0;
  let from = document.text.indexOf(name);
  while (from >= 0 && from < nameStart && name !== '') {
    if (isWhole(document.text, from, name.length)) ordinal += 1;
    from = document.text.indexOf(name, from + name.length);
  }
  return entityKey(`credential:${document.file}#${name}@${ordinal}`);
}

function isWhole(text: string, start: number, length: number): boolean {
  return !isWordCharacter(text[start - 1]) && !isWordCharacter(text[start + length]);
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9_]/.test(character);
}

/** Whether an unanchored pattern matches all of a text. */
export function matchesWhole(shape: RegExp, text: string): boolean {
  return new RegExp(`^(?:${shape.source})$`, shape.flags.replace(/[gy]/g, '')).test(text);
}
