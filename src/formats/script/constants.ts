import type { EmbeddedText, OffsetPair, ScriptDocument } from '../../model/document.ts';
import type { Node, NodeOf } from './ast.ts';
import { type Bindings, bindingsOf, meaningOf } from './bindings.ts';
import { memberOf } from './member.ts';
import { programOf } from './parse.ts';
import { literalSource } from './string-text.ts';

/** Steps one resolution may take, 512 characters counting as one: constants that double each other grow without bound. */
const MAX_STEPS = 5000;
const MAX_DEPTH = 50;

/** Part of a string that no literal of the module decides. */
export interface Hole {
  readonly kind: 'hole';
  /** The expression, when it is a plain name or member such as `process.env.TOKEN`. */
  readonly name: string | null;
  /** Offsets of the expression. */
  readonly start: number;
  readonly end: number;
}

/** Part of a string: literal text with the way back to the file, or a hole. */
export type TextPiece = ({ readonly kind: 'text' } & EmbeddedText) | Hole;

/** A string as far as the module alone decides it. */
export interface LiteralText {
  readonly pieces: readonly TextPiece[];
  /** False when it rests on a default that a caller may replace. */
  readonly isCertain: boolean;
}

/** A module's constants. */
export interface Constants {
  readonly text: string;
  readonly bindings: Bindings;
}

/** Collects the constants of a module; do it once per document. */
export function constantsOf(document: ScriptDocument): Constants {
  return { text: document.text, bindings: bindingsOf(programOf(document)) };
}

/**
 * The string value of an expression: literals, templates with or without a tag, `+`, `[…].join()`, `.concat()`,
 * `.trim()`, `gql('…')`, and constants of the module, through objects, enums, static class members and default
 * parameters. Anything else is one hole.
 */
export function literalText(node: Node, constants: Constants): LiteralText {
  const run: Resolution = { constants, pieces: [], steps: 0, isCertain: true };
  addText(run, node, 0);
  return { pieces: run.pieces, isCertain: run.isCertain };
}

/** The whole string, `null` when any part of it is unknown. */
export function wholeText(literal: LiteralText): string | null {
  let whole = '';
  for (const piece of literal.pieces) {
    if (piece.kind === 'hole') return null;
    whole += piece.text;
  }
  return whole;
}

/**
 * The pieces as one text with the way back to the file. `fill` says what stands in a hole, given the text before it;
 * a filler longer than its hole maps past it.
 */
export function joinedText(
  literal: LiteralText,
  fill: (hole: Hole, before: string) => string,
): EmbeddedText {
  const map: OffsetPair[] = [];
  let text = '';
  for (const piece of literal.pieces) {
    const length = text.length;
    if (piece.kind === 'hole') map.push([length, piece.start]);
    else for (const [decoded, source] of piece.map) map.push([decoded + length, source]);
    text += piece.kind === 'hole' ? fill(piece, text) : piece.text;
  }
  return { text, map: map.length === 0 ? [[0, 0]] : map };
}

interface Resolution {
  readonly constants: Constants;
  readonly pieces: TextPiece[];
  steps: number;
  isCertain: boolean;
}

function addText(run: Resolution, node: Node, depth: number): void {
  const value = run.steps > MAX_STEPS || depth > MAX_DEPTH ? null : follow(run, node, depth);
  if (value === null || !addValue(run, value, depth)) addHole(run, node);
}

/** Adds what a node is as a string; false when it is nothing known. */
function addValue(run: Resolution, node: Node, depth: number): boolean {
  const { text } = run.constants;
  const { start, end } = node;
  switch (node.type) {
    case 'StringLiteral': {
      const from = (start ?? 0) + 1;
      addPiece(run, literalSource(text, from, Math.max(from, (end ?? 0) - 1), node.value, false));
      return true;
    }
    case 'NumericLiteral':
    case 'BooleanLiteral':
      addPiece(run, { text: String(node.value), map: [[0, start ?? 0]] });
      return true;
    case 'TemplateLiteral':
      addTemplate(run, node, false, depth);
      return true;
    case 'TaggedTemplateExpression':
      addTemplate(run, node.quasi, isStringRaw(node.tag), depth);
      return true;
    case 'BinaryExpression':
      if (node.operator !== '+') return false;
      for (const operand of operands(node)) addText(run, operand, depth + 1);
      return true;
    case 'CallExpression':
      return addCall(run, node, depth);
    default:
      return false;
  }
}

function addPiece(run: Resolution, piece: EmbeddedText): void {
  run.steps += piece.text.length >> 9;
  if (piece.text !== '') run.pieces.push({ kind: 'text', ...piece });
}

function addHole(run: Resolution, node: Node): void {
  const { start, end } = { start: node.start ?? 0, end: node.end ?? 0 };
  const written = run.constants.text.slice(start, Math.min(end, start + 200));
  const name = /^[\w$]+(?:\??\.[\w$]+)*$/.test(written) && end - start <= 200 ? written : null;
  run.pieces.push({ kind: 'hole', name, start, end });
}

function addTemplate(
  run: Resolution,
  node: NodeOf<'TemplateLiteral'>,
  isRaw: boolean,
  depth: number,
): void {
  for (const [index, { start, end, value }] of node.quasis.entries()) {
    const raw = isRaw || value.cooked == null;
    const expected = raw ? value.raw : (value.cooked ?? value.raw);
    addPiece(run, literalSource(run.constants.text, start ?? 0, end ?? 0, expected, raw));
    const expression = node.expressions[index];
    if (expression !== undefined) addText(run, expression, depth + 1);
  }
}

/** Operands of a chain of `+`, left to right; the chain is as deep as it is long. */
function operands(node: NodeOf<'BinaryExpression'>): readonly Node[] {
  const found: Node[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    found.push(left.right);
    left = left.left;
  }
  found.push(left);
  return found.reverse();
}

function isStringRaw(tag: Node): boolean {
  return (
    tag.type === 'MemberExpression' &&
    tag.object.type === 'Identifier' &&
    tag.object.name === 'String' &&
    staticProperty(tag) === 'raw'
  );
}

function staticProperty(node: NodeOf<'MemberExpression'>): string | null {
  return !node.computed && node.property.type === 'Identifier' ? node.property.name : null;
}

function addCall(run: Resolution, node: NodeOf<'CallExpression'>, depth: number): boolean {
  const { callee, arguments: args } = node;
  const [first] = args;
  if (callee.type === 'Identifier') {
    if (!['gql', 'graphql', 'dedent', 'String'].includes(callee.name) || first === undefined)
      return false;
    addText(run, first, depth + 1);
    return true;
  }
  if (callee.type !== 'MemberExpression') return false;
  const method = staticProperty(callee);
  if (method === 'trim' || method === 'toString' || method === 'concat') {
    for (const part of [callee.object, ...args]) addText(run, part, depth + 1);
    return true;
  }
  const list = method === 'join' ? follow(run, callee.object, depth + 1) : null;
  if (list?.type !== 'ArrayExpression') return false;
  for (const [index, element] of list.elements.entries()) {
    if (index > 0 && first !== undefined) addText(run, first, depth + 1);
    else if (index > 0) addPiece(run, { text: ',', map: [[0, element?.start ?? 0]] });
    if (element !== null) addText(run, element, depth + 1);
  }
  return true;
}

/** The node that decides the value: through names, members and type assertions. `null` when nothing here does. */
function follow(run: Resolution, node: Node, depth: number): Node | null {
  run.steps += 1;
  if (run.steps > MAX_STEPS || depth > MAX_DEPTH) return null;
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
      return follow(run, node.expression, depth + 1);
    case 'Identifier':
      return followName(run, node, depth);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const key = memberKey(run, node, depth);
      return key === null ? null : followMember(run, node.object, [key], depth);
    }
    case 'CallExpression': {
      const [frozen] = node.arguments;
      const isFreeze =
        node.callee.type === 'MemberExpression' && staticProperty(node.callee) === 'freeze';
      return isFreeze && frozen !== undefined ? follow(run, frozen, depth + 1) : node;
    }
    default:
      return node;
  }
}

function followName(run: Resolution, node: NodeOf<'Identifier'>, depth: number): Node | null {
  const meaning = meaningOf(run.constants.bindings, node.name, node.start ?? 0);
  switch (meaning?.kind) {
    case 'value':
      return follow(run, meaning.node, depth + 1);
    case 'default':
      run.isCertain = false;
      return follow(run, meaning.node, depth + 1);
    case 'member':
      return followMember(run, meaning.node, meaning.path, depth);
    case 'opaque':
    case undefined:
      return null;
  }
}

function memberKey(
  run: Resolution,
  node: NodeOf<'MemberExpression'> | NodeOf<'OptionalMemberExpression'>,
  depth: number,
): string | null {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : null;
  const key: Resolution = {
    constants: run.constants,
    pieces: [],
    steps: run.steps,
    isCertain: true,
  };
  addText(key, node.property, depth + 1);
  run.steps = key.steps;
  return wholeText({ pieces: key.pieces, isCertain: key.isCertain });
}

function followMember(
  run: Resolution,
  object: Node,
  path: readonly string[],
  depth: number,
): Node | null {
  let current = follow(run, object, depth + 1);
  for (const key of path) {
    if (current === null) return null;
    const member = memberOf(current, key, (node) => follow(run, node, depth + 1));
    current = member === null ? null : follow(run, member, depth + 1);
  }
  return current;
}
