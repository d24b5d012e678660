import { createKnowledge } from '../src/engine/knowledge.ts';
import { parse as parseDotenv } from '../src/formats/dotenv/parse.ts';
import { parse as parseJson } from '../src/formats/json/parse.ts';
import { parse as parseScript } from '../src/formats/script/parse.ts';
import { parse as parseText } from '../src/formats/text/parse.ts';
import { parse as parseToml } from '../src/formats/toml/parse.ts';
import { parse as parseYaml } from '../src/formats/yaml/parse.ts';
import type { Document } from '../src/model/document.ts';
import type { Fact, Relation } from '../src/model/fact.ts';
import type { Collect, ProviderPack } from '../src/model/plugin.ts';
import { filePath } from '../src/model/source.ts';
import { known } from '../src/model/value.ts';

/** Facts that a collector makes of files of one unit, by name and text. */
export function factsOfFiles(
  collect: Collect,
  files: Readonly<Record<string, string>>,
  packs: readonly ProviderPack[] = [],
): readonly Fact[] {
  const documents = Object.entries(files).map(([name, text]) => documentOf(name, text));
  const knowledge = createKnowledge(packs, new Uint8Array(32));
  return collect({ id: documents[0]?.file ?? '', documents }, knowledge);
}

function documentOf(name: string, text: string): Document {
  const file = filePath(name);
  if (/\.ya?ml$/.test(name)) return parseYaml(file, text) ?? parseText(file, text);
  if (/\.properties$/.test(name)) return parseDotenv(file, text);
  if (/\.[cm]?[jt]s$/.test(name)) return parseScript(file, text);
  if (/\.toml$/.test(name)) return parseToml(file, text);
  return /\.jsonc?$|firebaserc$/.test(name) ? parseJson(file, text) : parseText(file, text);
}

/** Which stage uses which store, a line each: `staging connects-to shop-db`. */
export function usesOf(facts: readonly Fact[]): readonly string[] {
  const named = new Map(
    facts.flatMap((fact) => ('key' in fact ? [[fact.key, fact] as const] : [])),
  );
  const stageOf = (key: Relation['from']): string => {
    const fact = named.get(key);
    if (fact?.kind === 'Environment') return fact.tier;
    const inside = facts.find(
      (edge) => edge.kind === 'Relation' && edge.rel === 'in' && edge.from === key,
    );
    return inside?.kind === 'Relation' ? stageOf(inside.to) : 'unknown';
  };
  const lines = facts.flatMap((fact) => {
    if (fact.kind !== 'Relation' || !/^(?:connects-to|mounts)$/.test(fact.rel)) return [];
    const store = named.get(fact.to);
    return [`${stageOf(fact.from)} ${fact.rel} ${store?.name ?? fact.to}`];
  });
  return [...new Set(lines)].sort();
}

/** Stores, a line each: `shop-db: render-postgres database, open to anyone`. */
export function storesOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'DataStore') return [];
    const open = fact.openTo === undefined ? '' : `, open to ${known(fact.openTo) ?? 'unknown'}`;
    return [`${fact.name}: ${fact.product} ${fact.holds}${open}`];
  });
}

/** Backups, a line each: `daily snapshots of x: dies with its source`. */
export function backupsOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'Backup') return [];
    const survives = known(fact.survivesSourceDeletion);
    const fate =
      survives === undefined ? 'unknown' : survives ? 'survives' : 'dies with its source';
    return [`${fact.name}: ${fate}`];
  });
}
