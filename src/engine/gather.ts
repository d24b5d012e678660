import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { discover } from '../discover/discover.ts';
import type { Fact } from '../model/fact.ts';
import type { Notice } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Collector } from '../model/plugin.ts';
import type { FilePath } from '../model/source.ts';
import { agentCollectors, checks, formats, packs, toolCollectors } from '../registry.generated.ts';
import { applyConfig } from './apply-config.ts';
import { createClassifier, globsEvenIfIgnored } from './classify.ts';
import { collectFacts } from './collect-facts.ts';
import { createFileClasses } from './file-class.ts';
import { createKnowledge, prefilterKeywords } from './knowledge.ts';
import type { ScanOptions } from './options.ts';
import { createPrefilter } from './prefilter.ts';
import { readConfig } from './read-config.ts';
import { type ReadLog, readFiles } from './read-files.ts';
import { createReader } from './read-text.ts';

/** Everything the tree says, before anything is concluded from it. */
export interface Gathered {
  /** In source order. */
  readonly facts: readonly Fact[];
  readonly texts: ReadonlyMap<FilePath, string>;
  readonly notices: readonly Notice[];
  readonly config: Config;
  readonly knowledge: Knowledge;
  readonly filesSeen: number;
  readonly filesRead: number;
  readonly filesParsed: number;
}

/** Every collector there is, in the order of the registry. */
export const collectors: readonly Collector[] = [
  ...toolCollectors,
  ...agentCollectors,
  ...packs.flatMap((pack) => pack.collectors),
];

/** Discovers, reads, parses and collects. */
export async function gather(
  options: ScanOptions,
  wanted: readonly Collector[],
): Promise<Gathered> {
  const discovery = await discover(options.root, {
    environment: options.environment,
    evenIfIgnored: globsEvenIfIgnored(wanted),
    ...(options.only === undefined ? {} : { only: options.only }),
  });
  const files = new Set(discovery.entries.map((entry) => entry.file));
  const reader = createReader(discovery.root);
  const config = await readConfig(
    options.configFile,
    reader,
    files,
    checks.map(({ check }) => check.id),
  );
  const knowledge = createKnowledge(packs, randomBytes(32));
  const log: ReadLog = { filesRead: 0, notices: [] };
  const collected = await collectFacts({
    files: readFiles({
      entries: discovery.entries,
      reader,
      claimsOf: createClassifier(wanted),
      prefilter: createPrefilter(prefilterKeywords(packs)),
      log,
      onProgress: (done, total) => options.onProgress?.({ stage: 'read', done, total }),
    }),
    collectors: wanted,
    formats,
    knowledge,
    classOf: createFileClasses(files, config.pathClasses),
  });
  return {
    facts: applyConfig(sortFacts(collected.facts), config),
    texts: collected.texts,
    notices: [...discovery.notices, ...log.notices, ...collected.notices],
    config,
    knowledge,
    filesSeen: discovery.entries.length,
    filesRead: log.filesRead,
    filesParsed: collected.filesParsed,
  };
}

/** By file, offset, kind and key: nothing later may depend on the order of files on disk or of collectors. */
export function sortFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts
    .map((fact) => ({ fact, id: identity(fact) }))
    .sort((a, b) => {
      const [x, y] = [a.fact.at, b.fact.at];
      if (x.file !== y.file) return x.file < y.file ? -1 : 1;
      if (x.start !== y.start) return x.start - y.start;
      if (x.end !== y.end) return x.end - y.end;
      return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
    })
    .map(({ fact }) => fact);
}

function identity(fact: Fact): string {
  switch (fact.kind) {
    case 'Relation':
      return `Relation ${fact.rel} ${fact.from} ${fact.to}`;
    case 'Binding':
      return `Binding ${fact.variable} ${fact.entity}`;
    default:
      return `${fact.kind} ${fact.key} ${fact.collector}`;
  }
}
