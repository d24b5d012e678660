import type { Confidence, Credential } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { CredentialSpec, Knowledge, Known } from '../model/knowledge.ts';
import type { FilePath, SourceRange } from '../model/source.ts';
import { byDefault, unknown } from '../model/value.ts';
import { credentialKindByHeader } from './credential-header.ts';
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
 * Decides what a named value is: its prefix first, then how the same file sends it, then its name. `value` is `null` for references.
 * `names` are tried in order, e.g. the variable and the secret it is filled from.
 */
export function credentialKind(
  names: readonly string[],
  value: string | null,
  document: SourceText,
  knowledge: Knowledge,
): CredentialKind | null {
  const proven = value === null ? undefined : knowledge.credentialByValue(value.trim());
  if (proven !== undefined) return { known: proven, decidedBy: 'prefix' };
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

/** Makes the fact for a credential of a catalogued kind; `null` for kinds that are published on purpose. */
export function credentialFact(sight: CredentialSight, knowledge: Knowledge): Credential | null {
  const { provider, spec } = sight.kind.known;
  if (spec.isPublic) return null;
  const { name, at, value } = sight;
  const prefix = spec.prefixes.find((start) => value?.trim().startsWith(start)) ?? '';
  return {
    kind: 'Credential',
    key: credentialKey(sight.document, name, sight.nameStart),
    aliases: [],
    name,
    at,
    collector: sight.collector,
    implied: false,
    confidence: confidenceOf(sight),
    provider,
    product: spec.id,
    title: spec.title,
    form: value === null ? 'reference' : 'literal',
    scope: spec.scope === null ? unknown('external', at) : byDefault(spec.scope, at, spec.source),
    actions:
      spec.actions === null ? unknown('external', at) : byDefault(spec.actions, at, spec.source),
    plane: spec.plane,
    preview: value === null ? 'a reference' : maskSecret(value.trim(), prefix),
    digest: value === null ? null : knowledge.digest(value.trim()),
    decidedBy: sight.kind.decidedBy,
    purpose: purposeOf({ comment: sight.comment, name, file: sight.document.file }),
    narrower: spec.narrower,
  };
}

function confidenceOf(sight: CredentialSight): Confidence {
  const { value, kind } = sight;
  if (kind.decidedBy === 'prefix') return 'high';
  if (value === null) return 'medium';
  const shape = kind.known.spec.shape;
  if (shape !== null) return matchesWhole(shape, value.trim()) ? 'high' : 'low';
  return isWeakSecret(value) || value.trim().length < 16 ? 'low' : 'medium';
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
