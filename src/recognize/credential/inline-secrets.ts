import {
  type DataDocument,
  type ScalarNode,
  sourceOffset,
  sourceRange,
} from '../../model/document.ts';
import type { Credential, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { FilePath } from '../../model/source.ts';
import { maskSecret, secretForm } from './secret-value.ts';
import { factsOfVariable } from './variable.ts';

/** Text without its secrets, and the facts about what was taken out. */
export interface MaskedText {
  readonly text: string;
  readonly facts: readonly Fact[];
}

interface Candidate {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The part to hide where it is not all of it. */
  readonly hide: readonly [number, number];
}

const assignments = /\b([A-Za-z_][A-Za-z0-9_]*)=(?:"([^"]*)"?|'([^']*)'?|([^\s"';&|)]+))/dg;
const flags =
  /(?:^|\s)--?([a-z][a-z-]*(?:token|key|secret|password|pass)|token|password)(?:=|\s+)["']?([^\s"']+)/dgi;
const bearers = /\b(?:Bearer|Basic|token)\s+([A-Za-z0-9._~+/=-]{12,})/dg;
const urls = /\b[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/"']*:([^\s@/"']+)@[^\s"')]+/dgi;
const words = /[A-Za-z0-9_.~+/-]{16,}/dg;
const secretName =
  /pass|secret|token|credential|api_?key|access_?key|private_?key|authorization|_pw$/i;

/**
 * Finds credentials written into a command line: assignments, flags, headers, addresses with a password, known token shapes. What looks like one
 * is hidden even when no provider knows it. Bindings are left out: a command line defines variables for nobody else.
 */
export function maskSecrets(
  scalar: ScalarNode,
  document: DataDocument,
  collector: string,
  knowledge: Knowledge,
): MaskedText {
  const facts: Fact[] = [];
  let text = '';
  let done = 0;
  for (const candidate of candidatesIn(scalar.text, knowledge)) {
    const [from, to] = candidate.hide;
    if (from < done) continue;
    const value = sliceScalar(document.file, scalar, candidate.start, candidate.end);
    const sight = { name: candidate.name, value, keyAt: value.at, document, collector };
    const seen = factsOfVariable({ ...sight, environment: null, comment: null }, knowledge);
    const literal = seen.find(isLiteral);
    const hidden = scalar.text.slice(from, to);
    const looksSecret = secretName.test(candidate.name) || from > candidate.start;
    if (literal === undefined && !(looksSecret && secretForm(hidden) === 'literal')) continue;
    facts.push(...seen.filter((fact) => fact.kind !== 'Binding'));
    text += scalar.text.slice(done, from) + (literal?.preview ?? maskSecret(hidden));
    done = to;
  }
  return { text: text + scalar.text.slice(done), facts };
}

function isLiteral(fact: Fact): fact is Credential {
  return fact.kind === 'Credential' && fact.form === 'literal';
}

function candidatesIn(text: string, knowledge: Knowledge): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (
    name: string,
    range: readonly [number, number] | undefined,
    hide: readonly [number, number] | undefined = range,
  ): void => {
    if (range === undefined || hide === undefined || hide[1] <= hide[0]) return;
    found.push({ name, start: range[0], end: range[1], hide });
  };
  for (const match of text.matchAll(urls)) {
    add('DATABASE_URL', match.indices?.[0], match.indices?.[1]);
  }
  for (const match of text.matchAll(assignments)) {
    // An address is looked at as one, above.
    if (/^[a-z+]+:\/\/[^/]*:[^/]*@/i.test(match[2] ?? match[3] ?? match[4] ?? '')) continue;
    add(match[1] ?? '', match.indices?.[2] ?? match.indices?.[3] ?? match.indices?.[4]);
  }
  for (const match of text.matchAll(flags)) {
    add(variableName(match[1] ?? ''), withoutClosing(text, match.indices?.[2]));
  }
  for (const match of text.matchAll(bearers)) add('AUTHORIZATION_TOKEN', match.indices?.[1]);
  for (const match of text.matchAll(words)) {
    const known = knowledge.credentialByValue(match[0]);
    if (known !== undefined) add(known.spec.env[0] ?? 'TOKEN', match.indices?.[0]);
  }
  return found.sort((a, b) => a.hide[0] - b.hide[0] || b.end - a.end);
}

/** What closes a bracket that was opened before the value, as in `Bash(deploy --token abc)`, is no part of it. */
function withoutClosing(
  text: string,
  range: readonly [number, number] | undefined,
): readonly [number, number] | undefined {
  if (range === undefined) return undefined;
  const [start, written] = range;
  let end = written;
  let open = 0;
  for (let at = start; at < written; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
  }
  for (; open < 0 && text[end - 1] === ')'; open += 1) end -= 1;
  return [start, end];
}

/** `--access-token` as a variable would be called. */
export function variableName(flag: string): string {
  return flag
    .replace(/^-+/, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** Part of a scalar as a scalar of its own, with the same way back to the file. */
export function sliceScalar(
  file: FilePath,
  scalar: ScalarNode,
  start: number,
  end: number,
): ScalarNode {
  const text = scalar.text.slice(start, end);
  const inside = scalar.map.filter(([decoded]) => decoded > start && decoded < end);
  return {
    type: 'scalar',
    value: text,
    text,
    map: [
      [0, sourceOffset(scalar, start)],
      ...inside.map(([decoded, source]) => [decoded - start, source] as const),
    ],
    at: sourceRange(file, scalar, start, end),
  };
}
