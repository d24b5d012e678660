import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Scope } from '../src/model/fact.ts';
import type { CredentialSpec, ProviderFacts } from '../src/model/knowledge.ts';
import { madeValue, nearMiss, type Random, randomOf } from './bench-credential-values.ts';
import {
  encrypted,
  harmless,
  identifiers,
  type LookAlike,
  lookAlikeFiles,
  placeholder,
  reference,
  setting,
} from './bench-look-alikes.ts';
import { type Notation, notations } from './bench-notations.ts';
import type { Place } from './bench-places.ts';

/** A credential that stands in the tree and what should be said about it. */
export interface Planted extends Place {
  readonly provider: string;
  readonly kind: string;
  readonly scope: Scope | null;
  readonly notation: string;
  /** `null`: nothing but the value tells what it is. */
  readonly name: string | null;
}

/** A place where nothing should be said. */
export interface Decoy extends Place {
  readonly what: string;
}

export interface CredentialTree {
  readonly planted: readonly Planted[];
  readonly decoys: readonly Decoy[];
  /** Kinds that no value could be made for. */
  readonly unmade: readonly string[];
}

interface Plan {
  readonly files: Map<string, { readonly notation: Notation; readonly lines: string[] }>;
  readonly planted: Planted[];
  readonly decoys: Decoy[];
  readonly unmade: string[];
  readonly seed: string;
  readonly packs: readonly ProviderFacts[];
  /** Whether a value is of some catalogued kind by its looks. */
  isKnown(value: string): boolean;
}

/** Writes the tree into an empty folder. Every kind of every pack stands in it once, in one of the notations; the seed decides which. */
export function writeCredentialTree(
  root: string,
  packs: readonly ProviderFacts[],
  seed: string,
  isKnown: (value: string) => boolean,
): CredentialTree {
  const plan: Plan = {
    files: new Map(),
    planted: [],
    decoys: [],
    unmade: [],
    seed,
    packs,
    isKnown,
  };
  const random = randomOf(seed);
  let turn = random.whole(notations.length);
  for (const pack of packs) {
    for (const spec of pack.credentials) {
      plantKind(plan, pack.id, spec, turn, random);
      turn += 1;
    }
  }
  for (const [index, lookAlike] of [...identifiers(packs, random)].entries()) {
    add(plan, `variables/${index >> 4}`, notationAt(index), lookAlike);
  }
  for (const [path, { notation, lines }] of plan.files) write(root, path, notation, lines);
  for (const [file, lines] of Object.entries(lookAlikeFiles(packs, random))) {
    save(root, file, lines);
    for (let line = 1; line <= lines.length; line += 1) {
      plan.decoys.push({ file, line, endLine: line, what: file });
    }
  }
  // An agent that may run anything gives the scan something to warn about.
  save(root, '.claude/settings.json', ['{"permissions":{"allow":["Bash"]}}']);
  return plan;
}

function plantKind(
  plan: Plan,
  provider: string,
  spec: CredentialSpec,
  turn: number,
  random: Random,
): void {
  const id = `${provider}/${spec.id}`;
  const folder = `services/${provider}`;
  const value = madeValue(id, spec, plan.seed);
  const name = spec.env[random.whole(spec.env.length)] ?? null;
  const prefix = spec.prefixes.find((start) => value?.startsWith(start)) ?? '';
  if (value === null) {
    plan.unmade.push(id);
    return;
  }
  if (isPublished(spec, value)) {
    add(plan, folder, notationAt(turn), { what: 'published value', name: name ?? 'id', value });
    return;
  }
  // Where a prefix proves the kind, every other one stands without its name.
  const shownName = prefix !== '' && turn % 2 === 0 ? null : name;
  const scope = spec.refine?.(value)?.scope ?? spec.scope;
  const known = { provider, kind: spec.id, scope, name: shownName };
  if (shownName === null && value.includes('\n')) {
    const file = `${folder}/keys/${spec.id}${value.startsWith('{') ? '.json' : '.pem'}`;
    plan.files.set(file, { notation: keyFile, lines: value.split('\n') });
    const endLine = value.split('\n').length;
    plan.planted.push({ ...known, file, line: 1, endLine, notation: keyFile.id });
  } else {
    const notation = notationAt(turn);
    const lines = place(plan, folder, notation, shownName, value);
    plan.planted.push({ ...known, ...lines, notation: notation.id });
  }
  surround(plan, { folder, name, prefix, value, turn }, random);
}

interface Neighbourhood {
  readonly folder: string;
  readonly name: string | null;
  readonly prefix: string;
  readonly value: string;
  readonly turn: number;
}

/** Look-alikes of a kind, in other notations than the kind itself, so that no file defines a name twice. */
function surround(plan: Plan, at: Neighbourhood, random: Random): void {
  const { folder, name, prefix, value, turn } = at;
  if (name !== null) {
    add(plan, folder, notationAt(turn + 3), placeholder(name, prefix, random));
    add(plan, folder, notationAt(turn + 7), reference(name, random));
    add(plan, folder, notationAt(turn + 5), encrypted(name, random));
    add(plan, folder, notationAt(turn + 1), setting(name, random));
  }
  if (prefix !== '' && !value.includes('\n')) {
    const missed = nearMiss(prefix, value, random);
    // Some are lists of tokens, and misspelling one leaves the others.
    if (!missed.split(/[ ,]/).some(plan.isKnown)) {
      const lookAlike = { what: 'near miss', name: 'cursor', value: missed };
      add(plan, folder, notationAt(turn + 2), lookAlike);
    }
  }
  add(plan, folder, notationAt(turn), harmless(random));
  add(plan, folder, notationAt(turn + 9), harmless(random));
}

function isPublished(spec: CredentialSpec, value: string): boolean {
  return spec.refine?.(value)?.isPublic ?? spec.isPublic;
}

function notationAt(turn: number): Notation {
  return notations[turn % notations.length] ?? notations[0];
}

const keyFile: Notation = { id: 'key file', file: '', open: [], close: [], entry: () => [] };

function add(plan: Plan, folder: string, notation: Notation, lookAlike: LookAlike): void {
  const lines = place(plan, folder, notation, lookAlike.name, lookAlike.value);
  plan.decoys.push({ ...lines, what: lookAlike.what });
}

function place(
  plan: Plan,
  folder: string,
  notation: Notation,
  name: string | null,
  value: string,
): Place {
  const file = `${folder}/${notation.file}`;
  const content = plan.files.get(file) ?? { notation, lines: [] };
  plan.files.set(file, content);
  const line = notation.open.length + content.lines.length + 1;
  content.lines.push(...notation.entry(name, value).flatMap((text) => text.split('\n')));
  return { file, line, endLine: notation.open.length + content.lines.length };
}

function write(root: string, path: string, notation: Notation, lines: readonly string[]): void {
  save(root, path, [...notation.open, ...lines, ...notation.close]);
}

function save(root: string, path: string, lines: readonly string[]): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
}
