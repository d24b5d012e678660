import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type ScalarEvent,
  type ScalarStyle,
} from 'js-yaml';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { MAX_DEPTH, MAX_PROBLEMS } from '../positions.ts';
import { type ReadProblem, type TreeEvent, UNREAD } from './tree-event.ts';

/** What could be read of a broken YAML text. */
export interface TolerantReading {
  readonly events: readonly TreeEvent[];
  readonly problems: readonly ReadProblem[];
}

interface Walk {
  readonly text: string;
  readonly events: TreeEvent[];
  /** End of the last token; what stands between it and a node holds the node's tag and anchor. */
  end: number;
}

interface Properties {
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly tagStart: number;
  readonly tagEnd: number;
}

const NONE: Properties = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };
const POP: TreeEvent = { type: EVENT_ID.POP };
const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: SCALAR_STYLE.PLAIN,
  QUOTE_SINGLE: SCALAR_STYLE.SINGLE_QUOTED,
  QUOTE_DOUBLE: SCALAR_STYLE.DOUBLE_QUOTED,
  BLOCK_LITERAL: SCALAR_STYLE.LITERAL_BLOCK,
  BLOCK_FOLDED: SCALAR_STYLE.FOLDED_BLOCK,
};

/** Reads a text that is not well-formed YAML as far as it goes, in the events of the fast reader. May overflow the stack. */
export function tolerantEvents(text: string): TolerantReading {
  const documents = parseAllDocuments(text, {
    // The tree builder does types, keys and merges itself.
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const walk: Walk = { text, events: [], end: 0 };
  const problems: ReadProblem[] = [];
  // An empty stream is an array as well, with nothing in it but the stream's own errors.
  for (const document of documents) {
    walkDocument(walk, document);
    for (const error of document.errors.slice(0, MAX_PROBLEMS)) {
      const [start, end] = error.pos;
      // The library's own message may quote the file.
      const reason = error.code.toLowerCase().replaceAll('_', ' ');
      problems.push({ ...insideOf(text, start, end), message: `YAML is broken: ${reason}.` });
    }
  }
  return { events: walk.events, problems };
}

function walkDocument(walk: Walk, document: Document.Parsed): void {
  walk.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart: false,
    explicitEnd: false,
    directives: [],
  });
  walkNode(walk, document.contents, 1);
  walk.events.push(POP);
}

function walkNode(walk: Walk, node: ParsedNode | null, depth: number): void {
  if (node === null) walkEmpty(walk, NONE);
  else if (isAlias(node)) walkAlias(walk, node);
  else if (isScalar(node)) walkScalar(walk, node);
  else if (depth > MAX_DEPTH) {
    walk.end = Math.max(walk.end, node.range[1]);
    walk.events.push({ type: UNREAD, start: node.range[0], end: node.range[1] });
  } else walkCollection(walk, node, depth);
}

function walkCollection(walk: Walk, node: YAMLMap.Parsed | YAMLSeq.Parsed, depth: number): void {
  const start = node.range[0];
  const style = node.flow === true ? COLLECTION_STYLE.FLOW : COLLECTION_STYLE.BLOCK;
  const properties = propertiesOf(walk, node, start);
  walk.end = Math.max(walk.end, start);
  if (isMap(node)) {
    walk.events.push({ type: EVENT_ID.MAPPING, start, style, ...properties });
    for (const pair of node.items) {
      walkNode(walk, pair.key, depth + 1);
      walkNode(walk, pair.value, depth + 1);
    }
  } else if (isSeq(node)) {
    walk.events.push({ type: EVENT_ID.SEQUENCE, start, style, ...properties });
    for (const item of node.items) walkNode(walk, item, depth + 1);
  }
  walk.events.push(POP);
}

function walkAlias(walk: Walk, node: Alias.Parsed): void {
  const [start, end] = node.range;
  walk.end = end;
  walk.events.push({ type: EVENT_ID.ALIAS, anchorStart: start + 1, anchorEnd: end });
}

function walkScalar(walk: Walk, node: Scalar.Parsed): void {
  const [start, end] = node.range;
  const properties = propertiesOf(walk, node, start);
  walk.end = Math.max(walk.end, end);
  const style = STYLES[node.type ?? 'PLAIN'] ?? SCALAR_STYLE.PLAIN;
  if (end <= start) walkEmpty(walk, properties);
  else if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK)
    walk.events.push({ ...blockScalar(walk.text, node), style, ...properties });
  else {
    const quoted = style === SCALAR_STYLE.PLAIN ? 0 : 1;
    const closed = quoted === 1 && end - start > 1 && walk.text[end - 1] === walk.text[start];
    walk.events.push({
      type: EVENT_ID.SCALAR,
      valueStart: start + quoted,
      valueEnd: closed ? end - 1 : end,
      chomping: CHOMPING_MODE.CLIP,
      indent: -1,
      fast: false,
      style,
      ...properties,
    });
  }
}

function walkEmpty(walk: Walk, properties: Properties): void {
  walk.events.push({
    type: EVENT_ID.SCALAR,
    valueStart: -1,
    valueEnd: -1,
    style: SCALAR_STYLE.PLAIN,
    chomping: CHOMPING_MODE.CLIP,
    indent: -1,
    fast: false,
    ...properties,
  });
}

/** The content of a block scalar: the library keeps neither its start nor its indentation, but what it decoded. */
function blockScalar(
  text: string,
  node: Scalar.Parsed,
): Omit<ScalarEvent, 'style' | keyof Properties> {
  const [start, end] = node.range;
  const header = /^[|>][-+0-9]*/.exec(text.slice(start, start + 4))?.[0] ?? '';
  const line = text.indexOf('\n', start);
  const valueStart = line < 0 || line >= end ? end : line + 1;
  const first = /^([ ]*)[^ \r\n]/m.exec(text.slice(valueStart, end));
  const decoded = /^([ ]*)[^ \r\n]/m.exec(String(node.value));
  const indent = first === null ? -1 : (first[1]?.length ?? 0) - (decoded?.[1]?.length ?? 0);
  const chomping = header.includes('-')
    ? CHOMPING_MODE.STRIP
    : header.includes('+')
      ? CHOMPING_MODE.KEEP
      : CHOMPING_MODE.CLIP;
  return { type: EVENT_ID.SCALAR, valueStart, valueEnd: end, indent, chomping, fast: false };
}

/** Finds tag and anchor in front of a node; the library keeps their names only. */
function propertiesOf(walk: Walk, node: ParsedNode, start: number): Properties {
  if (node.tag === undefined && (isAlias(node) || node.anchor === undefined)) return NONE;
  const properties = { ...NONE };
  const gap = walk.text.slice(walk.end, start);
  for (const match of gap.matchAll(/#.*|[&!](?:<[^>]*>|[^\s,[\]{}]*)/g)) {
    const from = walk.end + match.index;
    const to = from + match[0].length;
    if (match[0].startsWith('&'))
      Object.assign(properties, { anchorStart: from + 1, anchorEnd: to });
    if (match[0].startsWith('!')) Object.assign(properties, { tagStart: from, tagEnd: to });
  }
  return properties;
}

/** The library also points right behind the text, at what is missing there. */
function insideOf(text: string, start: number, end: number): { start: number; end: number } {
  const from = Math.min(start, text.length);
  return { start: from, end: Math.max(from, Math.min(end, text.length)) };
}
