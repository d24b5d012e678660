import {
  type DataEntry,
  type DataNode,
  type EmbeddedText,
  type ExprNode,
  type MapNode,
  type OffsetPair,
  type ScalarNode,
  sourceOffset,
} from '../../model/document.ts';
import { parseTemplate } from './expression.ts';
import { referencesOf } from './references.ts';

/** What the content of a block means. */
interface BlockShape {
  /** Levels of objects between the block's type and its content. */
  readonly labels: number;
  /** Whether strings are templates; in a variable they are what they are. */
  readonly hasTemplates: boolean;
  /** Attributes whose strings name something, as a bare word does in HCL. */
  readonly references: ReadonlySet<string>;
  /** Whether objects, and lists of nothing but objects, stand for blocks. */
  readonly holdsBlocks: boolean;
  /** Blocks inside of it whose keys are labels, as in `"provisioner": { "local-exec": { … } }`, with the number of labels. */
  readonly labelled: Readonly<Record<string, number>>;
}

const PLAIN: BlockShape = {
  labels: 0,
  hasTemplates: true,
  references: new Set(),
  holdsBlocks: false,
  labelled: {},
};
const NESTED: BlockShape = { ...PLAIN, holdsBlocks: true, labelled: { dynamic: 1 } };
const LIFECYCLE: BlockShape = {
  ...NESTED,
  references: new Set(['ignore_changes', 'replace_triggered_by']),
};
const META: ReadonlySet<string> = new Set(['depends_on', 'provider', 'providers']);
const NAMED: BlockShape = { ...PLAIN, labels: 1, references: META };
const RESOURCE: BlockShape = {
  ...NESTED,
  labels: 2,
  references: META,
  labelled: { dynamic: 1, provisioner: 1 },
};
const MOVE: BlockShape = { ...NESTED, references: new Set(['from', 'to', 'provider']) };

/** @see https://developer.hashicorp.com/terraform/language/syntax/json (2026-11-21) */
const TOP_LEVEL: Readonly<Record<string, BlockShape>> = {
  resource: RESOURCE,
  data: RESOURCE,
  ephemeral: RESOURCE,
  provider: { ...NESTED, labels: 1 },
  module: NAMED,
  output: NAMED,
  check: { ...NESTED, labels: 1, labelled: { data: 2 } },
  variable: { ...NAMED, hasTemplates: false, references: new Set(['type']) },
  locals: PLAIN,
  terraform: { ...PLAIN, labelled: { backend: 1, provider_meta: 1 } },
  moved: MOVE,
  import: MOVE,
  removed: MOVE,
};

/**
 * The top-level blocks of a `.tf.json` file, in the shape `parse` gives those of a `.tf` file; `roots` are the roots of the JSON document.
 * `keyAt` is the last label, or the type of a block without labels. Strings with templates become `expr` nodes whose text is the decoded template,
 * for `parseTemplate`; strings that name something, such as those of `depends_on`, become `expr` nodes for `parseExpression`.
 * Objects and lists of objects are taken for blocks in resources, data sources and providers, and for values elsewhere; an object with a
 * computed key is an `expr` without text or references.
 */
export function blocksOfJson(roots: readonly DataNode[]): readonly DataEntry[] {
  const blocks: DataEntry[] = [];
  for (const root of roots.flatMap(oneOrMany)) {
    if (root.type !== 'map') continue;
    for (const entry of root.entries) {
      const shape = Object.hasOwn(TOP_LEVEL, entry.key) ? TOP_LEVEL[entry.key] : undefined;
      if (shape !== undefined) addBlocks(blocks, entry.key, [], shape.labels, entry, shape);
    }
  }
  return blocks;
}

/** JSON lets an object be a list of objects wherever it stands for blocks. */
function oneOrMany(node: DataNode): readonly DataNode[] {
  return node.type === 'list' ? node.items : [node];
}

function addBlocks(
  blocks: DataEntry[],
  key: string,
  labels: readonly string[],
  missing: number,
  { keyAt, value }: DataEntry,
  shape: BlockShape,
): void {
  for (const node of oneOrMany(value)) {
    if (node.type !== 'map') continue;
    if (missing === 0) {
      blocks.push({ key, keyAt, labels, value: body(node.entries, node, shape) });
      continue;
    }
    for (const entry of node.entries) {
      if (entry.key !== COMMENT)
        addBlocks(blocks, key, [...labels, entry.key], missing - 1, entry, shape);
    }
  }
}

/** The name of a property that is a comment. */
const COMMENT = '//';

function body(entries: readonly DataEntry[], { at }: DataNode, shape: BlockShape): DataNode {
  const result: DataEntry[] = [];
  for (const entry of entries) {
    const { key, value } = entry;
    if (key === COMMENT) continue;
    const labels = Object.hasOwn(shape.labelled, key) ? shape.labelled[key] : undefined;
    if (shape.references.has(key)) {
      result.push({ ...entry, value: withReferences(value) });
    } else if (labels !== undefined) {
      addBlocks(result, key, [], labels, entry, key === 'data' ? RESOURCE : NESTED);
    } else if (shape.holdsBlocks && isBlockLike(value)) {
      addBlocks(result, key, [], 0, entry, key === 'lifecycle' ? LIFECYCLE : NESTED);
    } else {
      result.push({ ...entry, value: shape.hasTemplates ? withTemplates(value) : value });
    }
  }
  return { type: 'map', entries: result, at };
}

/** An object, or a list of nothing but objects; a computed key makes it a value. */
function isBlockLike(node: DataNode): boolean {
  if (node.type === 'map') return !hasComputedKey(node);
  return node.type === 'list' && node.items.length > 0 && node.items.every(isObject);
}

function isObject(node: DataNode): boolean {
  return node.type === 'map' && !hasComputedKey(node);
}

function hasComputedKey(node: MapNode): boolean {
  return node.entries.some((entry) => TEMPLATE.test(entry.key));
}

const TEMPLATE = /(?<![$%])[$%]\{/;

function withReferences(node: DataNode): DataNode {
  if (node.type === 'list') return { ...node, items: node.items.map(withReferences) };
  if (node.type === 'map') {
    const entries = node.entries.map((entry) => ({ ...entry, value: withReferences(entry.value) }));
    return { ...node, entries };
  }
  if (node.type !== 'scalar' || typeof node.value !== 'string') return node;
  const template = withTemplates(node);
  return template.type === 'expr'
    ? template
    : { type: 'expr', text: node.text, refs: [node.text], at: node.at };
}

function withTemplates(node: DataNode): DataNode {
  if (node.type === 'list') return { ...node, items: node.items.map(withTemplates) };
  if (node.type === 'map') {
    // Any key could be the computed one, and the text that computes it is spread over the object.
    if (hasComputedKey(node)) return { type: 'expr', text: '', refs: [], at: node.at };
    const entries = node.entries.map((entry) => ({ ...entry, value: withTemplates(entry.value) }));
    return { ...node, entries };
  }
  if (node.type !== 'scalar' || typeof node.value !== 'string' || !/[$%]\{/.test(node.text))
    return node;
  return template(node);
}

function template(node: ScalarNode): ScalarNode | ExprNode {
  const expression = parseTemplate(node.text);
  if (expression?.kind !== 'literal') {
    const refs = expression === null ? [] : referencesOf(expression);
    return { type: 'expr', text: node.text, refs, at: node.at };
  }
  const { text } = expression.content;
  return {
    type: 'scalar',
    value: text,
    text,
    map: composed(node, expression.content),
    at: node.at,
  };
}

/** The map of a text that was decoded from an embedded text. */
function composed(outer: EmbeddedText, { text, map: inner }: EmbeddedText): readonly OffsetPair[] {
  const pairs: OffsetPair[] = [];
  let next = 0;
  for (const [index, [decoded, between]] of inner.entries()) {
    const until = between + (inner[index + 1]?.[0] ?? text.length) - decoded;
    pairs.push([decoded, sourceOffset(outer, between)]);
    for (
      let pair = outer.map[next];
      pair !== undefined && pair[0] < until;
      pair = outer.map[next]
    ) {
      if (pair[0] > between) pairs.push([decoded + pair[0] - between, pair[1]]);
      next += 1;
    }
  }
  return pairs;
}
