import type { Document, FormatId } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Notice } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Collect, Collector, FileMatch, Format } from '../model/plugin.ts';
import type { FilePath } from '../model/source.ts';
import type { Claim } from './classify.ts';

/** A file that at least one collector wants, decoded. */
export interface ClaimedFile {
  readonly file: FilePath;
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** What collecting gives: facts in no particular order, and the texts their ranges point into. */
export interface Collected {
  readonly facts: readonly Fact[];
  readonly texts: ReadonlyMap<FilePath, string>;
  readonly notices: readonly Notice[];
  readonly filesParsed: number;
}

export interface CollectInput {
  readonly files: AsyncIterable<ClaimedFile>;
  readonly collectors: readonly Collector[];
  readonly formats: readonly Format[];
  readonly knowledge: Knowledge;
  /** The same with the packs' resources, asked for once and only by collectors that read them. */
  readonly withResources: () => Promise<Knowledge>;
}

/**
 * Parses each file once per format and hands units to their collectors. Files of collectors without `group` are collected at once and forgotten,
 * so that a large tree never lies in memory whole; grouped files wait until all are read.
 */
export async function collectFacts(input: CollectInput): Promise<Collected> {
  const state = createState(input);
  for await (const claimed of input.files) await collectFile(state, claimed);
  for (const collector of input.collectors) await collectGroups(state, collector);
  return {
    facts: state.facts,
    texts: state.texts,
    notices: state.notices,
    filesParsed: state.parsed,
  };
}

interface State {
  readonly input: CollectInput;
  readonly byId: ReadonlyMap<string, Collector>;
  readonly parsers: Map<string, Reader>;
  readonly loaded: Map<string, Loaded>;
  fullKnowledge: Knowledge | null;
  /** Documents of collectors that group, by collector and file. */
  readonly waiting: Map<string, Map<FilePath, Document>>;
  readonly facts: Fact[];
  readonly texts: Map<FilePath, string>;
  readonly notices: Notice[];
  parsed: number;
}

function createState(input: CollectInput): State {
  return {
    input,
    byId: new Map(input.collectors.map((collector) => [collector.id, collector])),
    parsers: new Map(),
    loaded: new Map(),
    fullKnowledge: null,
    waiting: new Map(),
    facts: [],
    texts: new Map(),
    notices: [],
    parsed: 0,
  };
}

async function collectFile(state: State, claimed: ClaimedFile): Promise<void> {
  const documents = new Map<FormatId, Document>();
  for (const { collector: id, match } of claimed.claims) {
    const collector = state.byId.get(id);
    if (collector === undefined) continue;
    const document = documents.get(match.format) ?? (await parse(state, claimed, match));
    if (document === undefined) continue;
    documents.set(match.format, document);
    if (collector.group === undefined) {
      await collectUnit(state, collector, [document]);
      continue;
    }
    const waiting = state.waiting.get(id);
    if (waiting === undefined) state.waiting.set(id, new Map([[claimed.file, document]]));
    else waiting.set(claimed.file, document);
  }
  if (documents.size > 0) state.parsed += 1;
}

async function parse(
  state: State,
  claimed: ClaimedFile,
  match: FileMatch,
): Promise<Document | undefined> {
  const format = state.input.formats.find((candidate) => candidate.id === match.format);
  if (format === undefined) return undefined;
  const parser = await readerOf(state, format, 'load');
  try {
    const document =
      parser(claimed.file, claimed.text) ??
      (await readerOf(state, format, 'recover'))(claimed.file, claimed.text);
    if (document === null) return undefined;
    const [problem] = document.problems;
    if (problem !== undefined) {
      state.notices.push({
        kind: 'unparsed',
        file: claimed.file,
        message: `only partly read: ${problem.message}`,
        incomplete: false,
      });
    }
    return document;
  } catch (cause) {
    state.notices.push(internal(`format ${format.id}`, claimed.file, cause));
    return undefined;
  }
}

type Reader = Awaited<ReturnType<Format['load']>>['parse'];

/** A format's usual reader, or the one for broken text; each is loaded once. */
async function readerOf(state: State, format: Format, way: 'load' | 'recover'): Promise<Reader> {
  const key = `${way} ${format.id}`;
  const known = state.parsers.get(key);
  if (known !== undefined) return known;
  const loaded = await (way === 'load' ? format.load() : format.recover?.());
  const reader: Reader = loaded?.parse ?? (() => null);
  state.parsers.set(key, reader);
  return reader;
}

async function collectGroups(state: State, collector: Collector): Promise<void> {
  const waiting = state.waiting.get(collector.id);
  if (waiting === undefined || collector.group === undefined) return;
  for (const files of collector.group([...waiting.keys()].sort())) {
    const documents = files.flatMap((file) => waiting.get(file) ?? []);
    if (documents.length > 0) await collectUnit(state, collector, documents);
  }
  state.waiting.delete(collector.id);
}

async function collectUnit(
  state: State,
  collector: Collector,
  documents: readonly Document[],
): Promise<void> {
  const { collect, knowledge } = await loadedCollector(state, collector);
  const id = documents[0]?.file ?? '';
  try {
    // A unit may be a whole tree, with facts by the ten thousand.
    const texts = new Map(documents.map(({ file, text }) => [file, text]));
    for (const fact of collect({ id, documents }, knowledge)) {
      const text = texts.get(fact.at.file);
      state.facts.push(fact);
      // Only texts that a fact points into are needed later, for lines and frames.
      if (text !== undefined) state.texts.set(fact.at.file, text);
    }
  } catch (cause) {
    state.notices.push(internal(`collector ${collector.id}`, id, cause));
  }
}

interface Loaded {
  readonly collect: Collect;
  readonly knowledge: Knowledge;
}

async function loadedCollector(state: State, collector: Collector): Promise<Loaded> {
  const known = state.loaded.get(collector.id);
  if (known !== undefined) return known;
  const { collect } = await collector.load();
  if (collector.readsResources === true) state.fullKnowledge ??= await state.input.withResources();
  const knowledge = collector.readsResources === true ? state.fullKnowledge : null;
  const loaded = { collect, knowledge: knowledge ?? state.input.knowledge };
  state.loaded.set(collector.id, loaded);
  return loaded;
}

/** A bug of ours, named so that it can be reported. The cause's own message may quote the file, so only its name is kept. */
function internal(where: string, file: string, cause: unknown): Notice {
  const name = cause instanceof Error ? cause.name : 'error';
  return {
    kind: 'internal',
    file,
    message: `${where} failed on this file (${name}); its findings are missing`,
    incomplete: true,
  };
}
