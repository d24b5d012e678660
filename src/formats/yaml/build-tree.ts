import {
  COLLECTION_STYLE,
  EVENT_ID,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { DataEntry, DataNode, ExprNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { MAX_DEPTH } from '../positions.ts';
import { applyMerges } from './merge-keys.ts';
import { readEmpty, readScalar } from './read-scalar.ts';
import { closingBracket } from './skip.ts';
import { standardTag } from './tag.ts';
import type { YamlSource } from './template-context.ts';
import { type ReadProblem, type TreeEvent, UNREAD, type UnreadEvent } from './tree-event.ts';

/** The roots of one YAML stream. */
export interface YamlTree {
  readonly roots: readonly DataNode[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Most nodes that aliases may add to what a recursive walk of one file visits. Nodes are shared, so the tree itself
 * stays small; whoever walks it does not know.
 */
const MAX_ALIASED = 250_000;

const noLabels: DataEntry['labels'] = [];

/** A finished node with what a recursive walk of it costs. */
interface Measured {
  readonly node: DataNode;
  readonly size: number;
  readonly height: number;
}

interface Frame {
  readonly kind: 'document' | 'list' | 'map';
  /** Tag included when it is a custom one. */
  readonly start: number;
  readonly content: number;
  isBracketed: boolean;
  readonly anchor: string | null;
  readonly items: DataNode[];
  readonly entries: DataEntry[];
  /** Entries that merge a map in, `null` while there is none: hardly any map has one. */
  merges: Set<DataEntry> | null;
  key: { readonly text: string; readonly at: SourceRange; readonly isMerge: boolean } | null;
  size: number;
  height: number;
}

interface Builder {
  readonly source: YamlSource;
  readonly roots: DataNode[];
  readonly problems: ReadProblem[];
  readonly frames: Frame[];
  /** `null`: the anchored node is not finished, so an alias to it would be a cycle. */
  readonly anchors: Map<string, Measured | null>;
  /** End of the last token that was read. */
  end: number;
  aliased: number;
}

/**
 * Builds the tree of a YAML stream. An alias is the node it names, by reference. One that would close a cycle, nest
 * deeper than {@link MAX_DEPTH} or make the file explode becomes an expression.
 */
export function buildTree(source: YamlSource, events: readonly TreeEvent[]): YamlTree {
  const builder: Builder = {
    source,
    roots: [],
    problems: [],
    frames: [],
    anchors: new Map(),
    end: 0,
    aliased: 0,
  };
  for (const event of events) take(builder, event);
  while (builder.frames.length > 0) close(builder);
  return { roots: builder.roots, problems: builder.problems };
}

function take(builder: Builder, event: TreeEvent): void {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      builder.anchors.clear();
      open(builder, 'document', null);
      return;
    case EVENT_ID.MAPPING:
      open(builder, 'map', event);
      return;
    case EVENT_ID.SEQUENCE:
      open(builder, 'list', event);
      return;
    case EVENT_ID.SCALAR:
      takeScalar(builder, event);
      return;
    case EVENT_ID.ALIAS:
      takeAlias(builder, event.anchorStart, event.anchorEnd);
      return;
    case EVENT_ID.POP:
      close(builder);
      return;
    case UNREAD:
      takeUnread(builder, event);
  }
}

function open(
  builder: Builder,
  kind: Frame['kind'],
  event: MappingEvent | SequenceEvent | null,
): void {
  const { masked } = builder.source;
  const start = event?.start ?? builder.end;
  const tag =
    event === null || event.tagStart < 0 ? '' : masked.slice(event.tagStart, event.tagEnd);
  const isCustom = tag !== '' && standardTag(tag) === undefined;
  const anchor = nameOfAnchor(builder, event);
  const parent = builder.frames.at(-1);
  // `[{a: b}: c]`: the inner pair starts at the bracket of its key and has none of its own.
  if (parent?.isBracketed === true && parent.content === start) parent.isBracketed = false;
  const isBracketed = event?.style === COLLECTION_STYLE.FLOW && /[[{]/.test(masked.charAt(start));
  if (anchor !== null) builder.anchors.set(anchor, null);
  builder.end = Math.max(builder.end, isBracketed ? start + 1 : start);
  builder.frames.push({
    kind,
    start: isCustom && event !== null ? event.tagStart : start,
    content: start,
    isBracketed,
    anchor,
    items: [],
    entries: [],
    merges: null,
    key: null,
    size: 1,
    height: 1,
  });
}

function nameOfAnchor(
  builder: Builder,
  event: { readonly anchorStart: number; readonly anchorEnd: number } | null,
): string | null {
  if (event === null || event.anchorStart < 0) return null;
  return builder.source.masked.slice(event.anchorStart, event.anchorEnd);
}

function close(builder: Builder): void {
  const frame = builder.frames.pop();
  if (frame === undefined || frame.kind === 'document') return;
  const { file, masked } = builder.source;
  if (frame.isBracketed) builder.end = closingBracket(masked, builder.end);
  const at = { file, start: frame.start, end: Math.max(frame.start, builder.end) };
  // Copies, because a list that grew item by item keeps room for many more: half of what a large tree would take.
  const node: DataNode =
    frame.kind === 'list'
      ? { type: 'list', items: frame.items.slice(), at }
      : { type: 'map', entries: applyMerges(frame.entries, frame.merges).slice(), at };
  add(builder, { node, size: frame.size, height: frame.height }, frame.anchor, false);
}

function takeScalar(builder: Builder, event: ScalarEvent): void {
  const { source } = builder;
  const frame = builder.frames.at(-1);
  const isEmpty = event.valueStart < 0;
  const read = isEmpty
    ? readEmpty(source, event, builder.end, indicatorOf(frame))
    : readScalar(source, event, builder.end);
  builder.end = read.end;
  const isMerge =
    !isEmpty && read.node.type === 'scalar' && read.node.text === '<<' && isPlain(event);
  const isNothing = isEmpty && event.tagStart < 0 && read.node.type === 'scalar';
  if (isNothing && frame?.kind === 'document') return;
  add(builder, leaf(read.node), nameOfAnchor(builder, event), isMerge);
}

function isPlain(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.PLAIN;
}

function indicatorOf(frame: Frame | undefined): '' | ':' | '-' {
  if (frame?.kind === 'list') return frame.isBracketed ? '' : '-';
  return frame?.kind === 'map' && frame.key !== null ? ':' : '';
}

function takeUnread(builder: Builder, event: UnreadEvent): void {
  const { file, text } = builder.source;
  const at = { file, start: event.start, end: event.end };
  builder.end = event.end;
  builder.problems.push({ start: at.start, end: at.end, message: 'This nests too deeply.' });
  add(
    builder,
    leaf({ type: 'expr', text: text.slice(at.start, at.end), refs: [], at }),
    null,
    false,
  );
}

function takeAlias(builder: Builder, start: number, end: number): void {
  const { file, text, masked } = builder.source;
  const name = masked.slice(start, end);
  const at = { file, start: start - 1, end };
  const target = builder.anchors.get(name);
  const refusal = refusalOf(builder, target);
  builder.end = end;
  if (refusal === null && target !== undefined && target !== null) {
    builder.aliased += target.size;
    add(builder, target, null, false, at);
    return;
  }
  builder.problems.push({ start: at.start, end, message: refusal ?? '' });
  const node: ExprNode = { type: 'expr', text: text.slice(at.start, end), refs: [name], at };
  add(builder, leaf(node), null, false, at);
}

function refusalOf(builder: Builder, target: Measured | null | undefined): string | null {
  if (target === undefined) return 'This alias names no anchor.';
  if (target === null) return 'This alias stands inside its own anchor.';
  if (builder.frames.length + target.height > MAX_DEPTH) return 'This alias nests too deeply.';
  if (builder.aliased + target.size > MAX_ALIASED) return 'Aliases make this file too large.';
  return null;
}

function leaf(node: DataNode): Measured {
  return { node, size: 1, height: 1 };
}

function add(
  builder: Builder,
  measured: Measured,
  anchor: string | null,
  isMerge: boolean,
  aliasAt?: SourceRange,
): void {
  const { node } = measured;
  if (anchor !== null) builder.anchors.set(anchor, measured);
  const frame = builder.frames.at(-1);
  if (frame === undefined) return;
  frame.size += measured.size;
  frame.height = Math.max(frame.height, measured.height + 1);
  if (frame.kind === 'document') builder.roots.push(node);
  else if (frame.kind === 'list') frame.items.push(node);
  else if (frame.key === null) {
    frame.key = { text: keyText(builder, node), at: aliasAt ?? node.at, isMerge };
  } else {
    const { key } = frame;
    const entry: DataEntry = { key: key.text, keyAt: key.at, labels: noLabels, value: node };
    frame.entries.push(entry);
    if (key.isMerge) {
      frame.merges ??= new Set();
      frame.merges.add(entry);
    }
    frame.key = null;
  }
}

function keyText(builder: Builder, node: DataNode): string {
  if (node.type === 'scalar' || node.type === 'expr') return node.text;
  return builder.source.text.slice(node.at.start, node.at.end);
}
