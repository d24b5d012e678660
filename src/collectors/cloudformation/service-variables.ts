import { at, type DataDocument, type DataNode, type MapNode } from '../../model/document.ts';
import { type FilePath, folderOf } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';

/** What the variables of a service are resolved against. */
export interface Variables {
  readonly root: MapNode;
  /** `null`: the command line says it. */
  readonly stage: string | null;
  readonly file: FilePath;
  readonly documents: readonly DataDocument[];
  steps: number;
}

const MAX_STEPS = 50_000;
const MAX_DEPTH = 40;
/** Variables that lead to each other. */
const MAX_HOPS = 12;
/** A variable without another one inside; `${LogicalId}` of CloudFormation's own `Sub` has no source before a colon. */
const INNERMOST =
  /\$\{((?:self|opt|sls|param|env|file|ssm|s3|cf|aws|git|strToBool)[:(][^${}]{0,300})\}/;

export function newVariables(given: Omit<Variables, 'steps'>): Variables {
  return { ...given, steps: 0 };
}

/** A node with its variables replaced; what cannot be known stays an expression. */
export function resolved(variables: Variables, node: DataNode, depth = 0, hops = 0): DataNode {
  variables.steps += 1;
  if (depth > MAX_DEPTH || hops > MAX_HOPS || variables.steps > MAX_STEPS) return opaque(node);
  switch (node.type) {
    case 'scalar':
      return node.text.includes('${') ? replaced(variables, node, node.text, hops) : node;
    case 'expr': {
      // A tagged text keeps its tag; what is known in it is put in.
      const text = substituted(variables, node.text, node, hops);
      return text === null ? node : { ...node, text };
    }
    case 'list':
      return { ...node, items: node.items.map((one) => resolved(variables, one, depth + 1, hops)) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map((entry) => ({
          ...entry,
          value: resolved(variables, entry.value, depth + 1, hops),
        })),
      };
  }
}

function opaque(node: DataNode): DataNode {
  return { type: 'expr', text: '', refs: [], at: node.at };
}

function replaced(variables: Variables, node: DataNode, text: string, hops: number): DataNode {
  const whole = wholeVariable(variables, node, text, hops);
  if (whole !== undefined) return whole;
  const result = substituted(variables, text, node, hops);
  if (result === null || INNERMOST.test(result)) return opaque(node);
  // A variable that is all of a text may stand for a number or a map.
  return scalarNode(result, node.at);
}

/** The value of a text that is one variable; `undefined` where it is more, or holds others inside. */
function wholeVariable(
  variables: Variables,
  node: DataNode,
  text: string,
  hops: number,
): DataNode | undefined {
  const inner = text.trim();
  if (!inner.startsWith('${') || !inner.endsWith('}')) return undefined;
  const plain = substituted(variables, inner.slice(2, -1), node, hops);
  if (plain === null || plain.includes('${') || plain.includes('}')) return undefined;
  if (!INNERMOST.test(`\${${plain}}`)) return undefined;
  const value = settledValue(variables, plain, node, hops);
  if (value === undefined) return opaque(node);
  return value.type === 'scalar' ? scalarNode(value.value, node.at) : value;
}

/** A text with every variable replaced that comes to a text; `null` where one of them does not. */
function substituted(
  variables: Variables,
  text: string,
  node: DataNode,
  hops: number,
): string | null {
  let result = text;
  for (let round = 0; round < 30; round += 1) {
    const found = INNERMOST.exec(result);
    if (found === null) return result;
    const value = settledValue(variables, found[1] ?? '', node, hops);
    if (value?.type !== 'scalar' || result.length > 20_000) return null;
    result = `${result.slice(0, found.index)}${value.text}${result.slice(found.index + found[0].length)}`;
  }
  return null;
}

/** The first of the sources between commas that is there; `undefined` as soon as one cannot be known. */
function settledValue(
  variables: Variables,
  expression: string,
  node: DataNode,
  hops: number,
): DataNode | undefined {
  for (const part of expression.split(',').map((one) => one.trim())) {
    const found = sourceValue(variables, part, node, hops + 1);
    if (found === undefined || found !== null) return found;
  }
  return undefined;
}

/** `null`: there is no such thing; `undefined`: nobody can know. */
function sourceValue(
  variables: Variables,
  source: string,
  node: DataNode,
  hops: number,
): DataNode | null | undefined {
  const { root, stage } = variables;
  const literal = /^(?:'([^']*)'|"([^"]*)"|(true|false|-?\d+(?:\.\d+)?))$/.exec(source);
  if (literal !== null)
    return scalarNode(literal[1] ?? literal[2] ?? plainValue(literal[3] ?? ''), node.at);
  const [kind, path = ''] = splitOnce(source.replace(/:\s/, ':'));
  if ((kind === 'opt' || kind === 'sls') && path === 'stage')
    return stage === null ? undefined : scalarNode(stage, node.at);
  if (kind === 'self') {
    if (path === 'provider.stage' && stage !== null) return scalarNode(stage, node.at);
    const found = walked(variables, path.split('.'), hops);
    return found === undefined ? null : resolved(variables, found, 0, hops);
  }
  if (kind === 'param') {
    if (stage === null) return undefined;
    const found =
      at(root, 'params', stage, path) ??
      at(root, 'stages', stage, 'params', path) ??
      at(root, 'params', 'default', path) ??
      at(root, 'stages', 'default', 'params', path);
    return found === undefined ? null : resolved(variables, found, 0, hops);
  }
  const file = /^file\(([^()]{1,300})\)(?::([\w.-]{1,200}))?$/.exec(source);
  return file === null ? undefined : fileValue(variables, file[1] ?? '', file[2], hops);
}

/** Follows a path; each step may be a variable itself. */
function walked(variables: Variables, path: readonly string[], hops: number): DataNode | undefined {
  let current: DataNode | undefined = variables.root;
  for (const key of path) {
    if (current?.type === 'scalar') current = resolved(variables, current, 0, hops);
    if (current?.type === 'expr') return current;
    current = at(current, key);
  }
  return current;
}

function fileValue(
  variables: Variables,
  path: string,
  key: string | undefined,
  hops: number,
): DataNode | undefined {
  const parts = folderOf(variables.file).split('/').filter(Boolean);
  for (const part of path.trim().split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const name = parts.join('/');
  const root = variables.documents.find(({ file }) => file === name)?.roots[0];
  const found = key === undefined ? root : at(root, ...key.split('.'));
  return found === undefined ? undefined : resolved(variables, found, 0, hops);
}

function splitOnce(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
}

function plainValue(text: string): number | boolean {
  return text === 'true' || (text === 'false' ? false : Number(text));
}
