import { expect, it } from 'vitest';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import type { CommandSpec, Knowledge, ProviderFacts } from '../../src/model/knowledge.ts';
import { packs } from '../../src/registry.generated.ts';

/** Names under which an entry of a pack is not found, because another entry answers to them. Prefixes of values have a contract of their own. */
function shadowed(all: readonly ProviderFacts[]): readonly string[] {
  const knowledge = createKnowledge(all, new Uint8Array([1]));
  return all.flatMap((pack) =>
    namesOf(pack, knowledge)
      .filter(([, own, found]) => found !== own)
      .map(([name]) => `${pack.id}: ${name}`),
  );
}

type Named = readonly [name: string, own: unknown, found: unknown];

function namesOf(pack: ProviderFacts, knowledge: Knowledge): readonly Named[] {
  return [
    ...named(
      pack.credentials,
      (spec) => spec.env,
      (name) => knowledge.credentialByName(name),
    ),
    ...named(
      pack.variables,
      (spec) => spec.env,
      (name) => knowledge.variable(name),
    ),
    ...named(
      pack.consents,
      (spec) => [spec.env],
      (name) => knowledge.consent(name),
    ),
    ...named(
      pack.ciActions ?? [],
      (spec) => spec.names,
      (name) => knowledge.ciAction(name),
    ),
    ...named(
      pack.stores,
      (spec) => [spec.product],
      (name) => knowledge.store(name),
    ),
    ...named(
      pack.hosts,
      (spec) => [hostLike(spec.suffix)],
      (name) => knowledge.host(name),
    ),
    ...named(
      pack.mcp,
      (spec) => [...spec.packages, ...spec.commands, ...spec.hosts],
      (name) => knowledge.mcp(name),
    ),
    ...named(pack.commands, linesOf, (line) => knowledge.command(line.split(' '))),
    ...(pack.api?.hosts ?? []).map((host): Named => {
      const name = hostLike(host);
      return [name, pack, knowledge.apiByHost(name)];
    }),
    ...headersOf(pack, knowledge),
  ];
}

function named<T>(
  specs: readonly T[],
  names: (spec: T) => readonly string[],
  find: (name: string) => { readonly spec: T } | undefined,
): readonly Named[] {
  return specs.flatMap((spec) => names(spec).map((name): Named => [name, spec, find(name)?.spec]));
}

/** Every way to say a command, with the flags without which it destroys nothing. */
function linesOf({ argv, onlyWith }: CommandSpec): readonly string[] {
  const flags = onlyWith.map((flag) => flag.split('|')[0] ?? '');
  let lines: readonly string[] = [''];
  for (const word of [...argv, ...flags]) {
    lines = lines.flatMap((line) => word.split('|').map((choice) => `${line} ${choice}`));
  }
  return lines.map((line) => line.trim());
}

/** A host that ends with this suffix. */
function hostLike(suffix: string): string {
  return suffix.replace(/^\*?\./, 'one.');
}

function headersOf(pack: ProviderFacts, knowledge: Knowledge): readonly Named[] {
  return (pack.api?.hosts ?? []).flatMap((host) =>
    named(
      pack.credentials,
      (spec) => spec.headers,
      (header) => knowledge.credentialByHeader(header, hostLike(host)),
    ),
  );
}

it('finds every entry of every pack by each of its names', () => {
  expect(shadowed(packs)).toEqual([]);
});

it('finds the same entries in any order of the packs', () => {
  expect(shadowed(packs.toReversed())).toEqual([]);
});

it('would notice a second pack with the same entries', () => {
  const names = packs.flatMap((pack) =>
    namesOf(pack, createKnowledge([pack], new Uint8Array([1]))),
  );
  expect(shadowed([...packs, ...packs.map(twinOf)])).toHaveLength(names.length);
});

/** The same claims once more, as if another vendor made them. */
function twinOf(pack: ProviderFacts): ProviderFacts {
  return {
    ...pack,
    id: `${pack.id}-twin`,
    credentials: pack.credentials.map((spec) => ({ ...spec })),
    commands: pack.commands.map((spec) => ({ ...spec })),
    api: pack.api && { ...pack.api },
    mcp: pack.mcp.map((spec) => ({ ...spec })),
    variables: pack.variables.map((spec) => ({ ...spec })),
    hosts: pack.hosts.map((spec) => ({ ...spec })),
    stores: pack.stores.map((spec) => ({ ...spec })),
    consents: pack.consents.map((spec) => ({ ...spec })),
    ciActions: pack.ciActions?.map((spec) => ({ ...spec })) ?? [],
  };
}
