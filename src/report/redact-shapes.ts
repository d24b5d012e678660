import type { Span } from './redact-values.ts';
import { isReference } from './redact-values.ts';
import {
  isIdentifierName,
  isMadeOfWords,
  isSecretName,
  isUuid,
  looksRandom,
} from './secret-like.ts';

/** Where text comes from: in source every doubt hides, in a sentence names must stay readable. */
export type Mode = 'source' | 'prose';

/** Passwords of URLs, and secret parameters of their queries. */
export function urlSecrets(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(/:\/\/([^\s"'`<>]{1,2048})@/g)) {
    const user = found[1] ?? '';
    const start = found.index + 3;
    const colon = user.indexOf(':');
    if (colon >= 0) spans.push({ start: start + colon + 1, end: start + user.length });
    else if (user.length >= 16 && !user.includes('/'))
      spans.push({ start, end: start + user.length });
  }
  for (const found of text.matchAll(/[?&]([\w.-]{1,80})=([^&\s"'`#]+)/g)) {
    const [all, name = '', value = ''] = found;
    const end = found.index + all.length;
    if (isSecretName(name)) spans.push({ start: end - value.length, end });
  }
  return spans.filter((span) => !isReference(text.slice(span.start, span.end)));
}

const shortFlags =
  /\b(?:mysql\w*|mariadb[\w-]*)\b[^|;\n]*?\s-p([^\s"'`]+)|\b(?:sshpass|docker\s+login|podman\s+login|helm\s+registry\s+login|mongo\w*|cqlsh)\b[^|;\n]*?\s-p\s*["']?([^\s"'`]+)|\bredis-cli\b[^|;\n]*?\s-a\s+["']?([^\s"'`]+)|\s(?:-u|--user)[\s=]+["']?[^\s:"'`]+:([^\s"'`]+)/g;

/** Values of command-line flags that carry secrets, split arguments of a JSON list included. */
export function flagSecrets(text: string, mode: Mode): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(
    /(?:^|[\s"'`[(,])--?([A-Za-z][\w-]{0,60})(=["']?|["']?\s*,\s*["']|\s+["']?)([^\s"'`,]+)/g,
  )) {
    const [all, name = '', join = '', value = ''] = found;
    if (!isSecretName(name) || value.startsWith('-')) continue;
    if (mode === 'prose' && !join.startsWith('=') && !/\d/.test(value)) continue;
    const end = found.index + all.length;
    spans.push({ start: end - value.length, end });
  }
  for (const found of text.matchAll(shortFlags)) {
    const value = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
    const end = found.index + found[0].length;
    spans.push({ start: end - value.length, end });
  }
  return spans.filter((span) => !isReference(text.slice(span.start, span.end)));
}

/** Authorization schemes and SQL, where the word before says that a secret follows. */
export function announcedSecrets(text: string, mode: Mode): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(/\b(?:bearer|basic|token|apikey)\s+["']?([\w.~+/=-]{6,})/gi)) {
    const value = found[1] ?? '';
    const end = found.index + found[0].length;
    if (/\d/.test(value)) spans.push({ start: end - value.length, end });
  }
  for (const found of text.matchAll(
    /\b(?:password|identified\s+by|secret)\s+(?:is\s+)?(?:'([^']*)'|"([^"]*)")/gi,
  )) {
    const value = found[1] ?? found[2] ?? '';
    const end = found.index + found[0].length - 1;
    if (mode === 'source' || /\d/.test(value)) spans.push({ start: end - value.length, end });
  }
  return spans.filter((span) => !isReference(text.slice(span.start, span.end)));
}

/** Runs that look drawn at random, whatever stands around them. */
export function randomRuns(text: string, mode: Mode): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(/[A-Za-z0-9+/_.~-]{12,}={0,2}/g)) {
    const run = found[0];
    if (isDigest(text, found.index, run)) continue;
    if (mode === 'prose') spans.push(...randomSegments(run, found.index));
    else if (looksRandom(run)) spans.push({ start: found.index, end: found.index + run.length });
  }
  return mode === 'prose' ? spans : [...spans, ...bareUuids(text)];
}

/** A path in a sentence keeps its readable segments; anything else goes as a whole. */
function randomSegments(run: string, offset: number): readonly Span[] {
  const parts = run.split('/');
  const isPath =
    parts.some((part) => /^[a-z][a-z._-]{2,}$/.test(part)) &&
    parts.every((part) => isMadeOfWords(part) || isUuid(part) || looksRandom(part));
  if (!isPath && !looksRandom(run)) return [];
  if (!isPath && !isMostlyReadable(parts)) return [{ start: offset, end: offset + run.length }];
  const spans: Span[] = [];
  let start = offset;
  for (const part of parts) {
    if (looksRandom(part) || (!isPath && hasLongNonsense(part)))
      spans.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return spans;
}

/** More than half of the segments are lower-case words, which no text drawn at random has. */
function isMostlyReadable(parts: readonly string[]): boolean {
  const readable = parts.filter((part) => /^\.?[a-z][a-z._-]{2,}$/.test(part));
  return readable.length * 2 > parts.length;
}

/** Longer than the number of a migration (`41e1e97d7350_add_orders.py`) or of a size (`16x16`), and no words either. */
function hasLongNonsense(part: string): boolean {
  if (isUuid(part)) return false;
  return part.split(/[^A-Za-z0-9]+/).some((piece) => piece.length > 12 && !isMadeOfWords(piece));
}

/** Some vendors issue UUIDs as tokens, so only a name that calls it an identifier keeps one readable. */
function bareUuids(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi)) {
    const before = text.slice(Math.max(0, found.index - 120), found.index);
    const name = /([A-Za-z_][\w.-]*)["'`]?\s*[:=]\s*["'`]?$/.exec(before)?.[1];
    if (name !== undefined && isIdentifierName(name)) continue;
    if (isUuid(found[0])) spans.push({ start: found.index, end: found.index + found[0].length });
  }
  return spans;
}

/** Content digests and pinned commits are public. */
function isDigest(text: string, offset: number, run: string): boolean {
  const before = text.slice(Math.max(0, offset - 160), offset);
  if (/sha(?:256|384|512):$/.test(before) && /^[0-9a-f]{64,128}$/.test(run)) return true;
  if (/^sha(?:1|256|384|512)-[A-Za-z0-9+/]+={0,2}$/.test(run)) return true;
  return /\buses:\s*["']?[\w./-]+@$/.test(before) && /^[0-9a-f]{40}$/.test(run);
}
