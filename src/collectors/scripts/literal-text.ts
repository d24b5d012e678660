import { bare, field, list, type SyntaxNode, text } from './syntax.ts';

/** A string expression as one text of the same length as its source, so that every offset in it is an offset in the file. */
export interface LiteralText {
  /** Quotes, escapes and computed parts are blanked. */
  readonly text: string;
  readonly start: number;
}

/** Text of a string, template or concatenation of them; `null` for any other expression. */
export function literalText(node: SyntaxNode | undefined, source: string): LiteralText | null {
  const whole = node?.type === 'TaggedTemplateExpression' ? field(node, 'quasi') : node;
  if (whole === undefined) return null;
  const parts = literalParts(whole);
  const [first] = parts;
  if (first === undefined) return null;
  let out = '';
  let depth = 0;
  for (const part of parts) {
    const gap = source.slice(first.start + out.length, part.start);
    // A computed part stands for one name inside a selection, and for whole definitions outside.
    const filler = depth > 0 && !/^["'`+\s]*$/.test(gap) ? '_' : ' ';
    const piece = blankEscapes(source.slice(part.start, part.end));
    for (const character of piece) depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    out += filler.repeat(gap.length) + piece;
  }
  return { text: out, start: first.start };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The written parts of a string expression, without their quotes, in source order. */
function literalParts(node: SyntaxNode): readonly Part[] {
  const parts: Part[] = [];
  const stack: SyntaxNode[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'StringLiteral') {
      parts.push({ start: next.start + 1, end: next.end - 1 });
    } else if (next.type === 'TemplateLiteral') {
      parts.push(...list(next, 'quasis').map(({ start, end }) => ({ start, end })));
    } else if (next.type === 'BinaryExpression' && text(next, 'operator') === '+') {
      for (const side of [field(next, 'left'), field(next, 'right')]) if (side) stack.push(side);
    }
  }
  return parts.sort((a, b) => a.start - b.start);
}

function blankEscapes(written: string): string {
  return written.replace(/\\(?:\r\n|[\s\S])/g, (sequence) => {
    if (/^\\["'`]$/.test(sequence)) return ` ${sequence.slice(1)}`;
    return ' '.repeat(sequence.length);
  });
}

/** Constant values of a module's own `const` strings, by name. */
export type Constants = ReadonlyMap<string, SyntaxNode>;

/** Initialisers of the `const` declarations of a module. Names declared twice are left out: which one is meant needs scopes. */
export function constantsOf(nodes: readonly SyntaxNode[]): Constants {
  const found = new Map<string, SyntaxNode>();
  const twice = new Set<string>();
  for (const node of nodes) {
    if (node.type !== 'VariableDeclarator') continue;
    const name = text(field(node, 'id'), 'name');
    const value = bare(field(node, 'init'));
    if (name === undefined || value === undefined) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, value);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** The string an expression has, with `{}` for each part that only a run can tell; `null` when it is no string at all. */
export function stringPattern(
  node: SyntaxNode | undefined,
  constants: Constants,
  depth = 0,
): string | null {
  const value = bare(node);
  if (value === undefined || depth > 10) return null;
  const part = (inner: SyntaxNode | undefined): string =>
    stringPattern(inner, constants, depth + 1) ?? '{}';
  switch (value.type) {
    case 'StringLiteral':
      return text(value, 'value') ?? null;
    case 'TemplateLiteral': {
      const holes = list(value, 'expressions');
      return list(value, 'quasis')
        .map((quasi, index) => cooked(quasi) + (index < holes.length ? part(holes[index]) : ''))
        .join('');
    }
    case 'BinaryExpression':
      if (text(value, 'operator') !== '+') return null;
      return part(field(value, 'left')) + part(field(value, 'right'));
    case 'NewExpression':
      return text(field(value, 'callee'), 'name') === 'URL' ? urlPattern(value, part) : null;
    case 'Identifier': {
      const constant = constants.get(text(value, 'name') ?? '');
      return constant === undefined ? null : stringPattern(constant, constants, depth + 1);
    }
    default:
      return null;
  }
}

function urlPattern(value: SyntaxNode, part: (inner: SyntaxNode | undefined) => string): string {
  const [path, base] = list(value, 'arguments');
  return base === undefined ? part(path) : part(base).replace(/\/$/, '') + part(path);
}

function cooked(quasi: SyntaxNode): string {
  const value = quasi['value'];
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return '';
  return typeof value.cooked === 'string' ? value.cooked : '';
}
