import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { discover } from '../discover/discover.ts';
import { discoverHome } from '../discover/home.ts';
import type { Entry } from '../discover/inspect.ts';
import { MAX_FILE_BYTES } from '../discover/limits.ts';
import { entityKey, type Fact } from '../model/fact.ts';
import type { Notice } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Collector } from '../model/plugin.ts';
import { type FilePath, filePath, isHome } from '../model/source.ts';
import { agentCollectors, checks, formats, packs, toolCollectors } from '../registry.generated.ts';
import { applyConfig } from './apply-config.ts';
import { createClassifier, globsEvenIfIgnored, homeGlobs } from './classify.ts';
import { collectFacts } from './collect-facts.ts';
import { createContentWords } from './content-words.ts';
import { demote } from './demote/demote.ts';
import { createFileClasses } from './demote/file-class.ts';
import { createKnowledge, prefilterKeywords, withResources } from './knowledge.ts';
import type { ScanOptions } from './options.ts';
import { readConfig } from './read-config.ts';
import { type ReadLog, readFiles } from './read-files.ts';
import { createReader, type Reader } from './read-text.ts';
import { sweepTogether, threadsFor } from './sweep-together.ts';

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
  /** The user's own settings were looked at. */
  readonly homeRead: boolean;
  /** Real path of the scanned folder. */
  readonly root: string;
  /** The text of a file of the tree, `null` where it cannot be read whole. */
  readonly readText: (file: FilePath) => string | null;
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
    ...(options.listing === undefined ? {} : { listing: options.listing }),
  });
  const entries = withOverlay(discovery.entries.map(withoutTilde), options.overlay);
  const files = new Set(entries.map((entry) => entry.file));
  const reader = overlaid(createReader(discovery.root), options.overlay);
  const home =
    options.home === undefined ? null : await discoverHome(options.home, homeGlobs(wanted));
  const config = await readConfig(
    options.configFile,
    reader,
    files,
    checks.map(({ check }) => check.id),
  );
  const knowledge = createKnowledge(packs, randomBytes(32));
  const keywords = prefilterKeywords(packs);
  const log: ReadLog = { filesRead: 0, notices: [] };
  const collected = await collectFacts({
    files: readFiles({
      entries: [...entries, ...(home?.entries ?? [])],
      reader: home === null ? reader : withHome(reader, createReader(home.root)),
      claimsOf: createClassifier(wanted),
      wordsOf: createContentWords(keywords),
      sweep: (candidates) => {
        // Texts that replace files are known to this thread only.
        const bytes = candidates.reduce((sum, { entry }) => sum + entry.size, 0);
        const threads = options.overlay === undefined ? threadsFor(bytes) : 0;
        if (threads === 0) return null;
        return sweepTogether(candidates, discovery.root, keywords, threads);
      },
      log,
      onProgress: (done, total) => options.onProgress?.({ stage: 'read', done, total }),
    }),
    collectors: wanted,
    formats,
    knowledge,
    withResources: () => withResources(knowledge, packs),
  });
  const believed = demote({
    facts: withTracking(collected.facts, entries),
    classOf: createFileClasses(files, config.pathClasses, stackTemplates(collected.facts)),
    texts: collected.texts,
    packs,
    today: options.today,
  });
  return {
    facts: applyConfig(sortFacts(withSharedSecrets(believed)), config),
    texts: collected.texts,
    notices: [...discovery.notices, ...log.notices, ...collected.notices],
    config,
    knowledge,
    filesSeen: entries.length + (home?.entries.length ?? 0),
    homeRead: home !== null,
    root: discovery.root,
    readText: (file) => {
      const content = reader.read(file, MAX_FILE_BYTES);
      return content.state === 'read' && !content.truncated ? content.decode() : null;
    },
    filesRead: log.filesRead,
    filesParsed: collected.filesParsed,
  };
}

/** Files that are templates of CloudFormation or give them values; its users keep them in folders called so. */
function stackTemplates(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(
    facts.flatMap((fact) =>
      'collector' in fact && fact.collector === 'cloudformation' ? [fact.at.file] : [],
    ),
  );
}

/** Says of each credential whether git tracks its file. */
function withTracking(facts: readonly Fact[], entries: readonly Entry[]): readonly Fact[] {
  const tracked = new Map(entries.map((entry) => [entry.file, entry.tracked]));
  return facts.map((fact) => {
    if (fact.kind !== 'Credential') return fact;
    const known = tracked.get(fact.at.file) ?? null;
    return known === null ? fact : { ...fact, tracked: known };
  });
}

/**
 * Says that equal values of one kind are one credential, wherever they stand. Values that anybody might choose (`postgres`, `changeme`) prove
 * nothing, and neither do copies that nobody believes.
 */
function withSharedSecrets(facts: readonly Fact[]): readonly Fact[] {
  return facts.map((fact) => {
    if (fact.kind !== 'Credential' || fact.digest === null || fact.confidence === 'low') {
      return fact;
    }
    // A database's password is only one of the parts of its login.
    if (fact.product === 'database-login') return fact;
    const same = entityKey(`secret:${fact.provider}/${fact.product}/${fact.digest}`);
    return { ...fact, aliases: [...fact.aliases, same] };
  });
}

/** A folder of the tree that is named `~` must not pass for the user's home. */
function withoutTilde(entry: Entry): Entry {
  return isHome(entry.file) ? { ...entry, file: filePath(`./${entry.file}`) } : entry;
}

function withOverlay(entries: readonly Entry[], overlay: ScanOptions['overlay']): readonly Entry[] {
  if (overlay === undefined) return entries;
  const listed = new Set(entries.map((entry) => entry.file));
  const added = [...overlay].filter(([file]) => !listed.has(file));
  const made = added.map(
    ([file, text]): Entry => ({
      file,
      size: text.length,
      tracked: null,
      ignored: false,
    }),
  );
  return [...entries, ...made].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Reads the given texts instead of the files. */
function overlaid(reader: Reader, overlay: ScanOptions['overlay']): Reader {
  if (overlay === undefined) return reader;
  return {
    read: (file, maxBytes) => {
      const text = overlay.get(file);
      if (text === undefined) return reader.read(file, maxBytes);
      const bytes = Buffer.from(text);
      return { state: 'read', bytes, binary: false, truncated: false, decode: () => text };
    },
  };
}

function withHome(tree: Reader, home: Reader): Reader {
  return {
    read: (file, maxBytes) => {
      if (!isHome(file)) return tree.read(file, maxBytes);
      const result = home.read(filePath(file.slice(2)), maxBytes);
      return result.state === 'read' ? result : { ...result, notice: { ...result.notice, file } };
    },
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
