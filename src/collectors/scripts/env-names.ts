import type { Knowledge } from '../../model/knowledge.ts';
import type { Module } from './guards.ts';
import { fileReads } from './read-files.ts';
import {
  ancestors,
  bare,
  field,
  inside,
  isCall,
  lastName,
  list,
  propertyName,
  type SyntaxNode,
  text,
} from './syntax.ts';

/** A variable that a module takes from its environment or out of a file. */
export interface EnvironmentName {
  readonly name: string;
  readonly node: SyntaxNode;
  /** File it is read from, relative to the root; `null` for the process environment. */
  readonly file: string | null;
}

/** Credentials of one provider that a module gets hold of: known names, and whatever it puts into a header of that provider. */
export function credentialNames(
  module: Module,
  file: string,
  provider: string,
  knowledge: Knowledge,
): readonly EnvironmentName[] {
  const direct = processEnvironment(module);
  const isKnown = (name: string): boolean =>
    knowledge.credentialByName(name)?.provider === provider;
  const sent = sentInHeaders(module, provider, knowledge);
  const fromEnvironment = direct.filter(
    (one) => isKnown(one.name) || sent.some((node) => leadsTo(module, node, one.node)),
  );
  const found = [...fromFiles(module, file, isKnown), ...fromEnvironment];
  const seen = new Set<string>();
  return found.filter((one) => !seen.has(one.name) && seen.add(one.name));
}

/** `process.env.NAME`, `const { NAME } = process.env`, `Deno.env.get('NAME')` and their kin. */
export function processEnvironment(module: Module): readonly EnvironmentName[] {
  const names: EnvironmentName[] = [];
  const add = (name: string | undefined, node: SyntaxNode): void => {
    if (name !== undefined) names.push({ name, node, file: null });
  };
  for (const node of module.tree.nodes) {
    if (isCall(node) && lastName(field(node, 'callee')) === 'get') {
      const holder = field(bare(field(node, 'callee')), 'object');
      if (lastName(holder) === 'env') add(text(list(node, 'arguments')[0], 'value'), node);
    } else if (/^(?:Optional)?MemberExpression$/.test(node.type)) {
      if (isEnvironment(field(node, 'object'))) add(propertyName(node, 'property'), node);
    } else if (node.type === 'VariableDeclarator' && isEnvironment(bare(field(node, 'init')))) {
      for (const one of list(field(node, 'id'), 'properties')) add(propertyName(one, 'key'), one);
    }
  }
  return names;
}

function isEnvironment(node: SyntaxNode | undefined): boolean {
  const holder = field(node, 'object');
  if (lastName(node) !== 'env') return false;
  return holder?.type === 'MetaProperty' || /^(?:process|Bun)$/.test(text(holder, 'name') ?? '');
}

/** Known names in patterns and strings of a module that reads a file: it looks for them there. */
function fromFiles(
  module: Module,
  file: string,
  isKnown: (name: string) => boolean,
): readonly EnvironmentName[] {
  const [read, ...others] = fileReads(module, file);
  // With several files nothing says which one holds the name.
  if (read === undefined || others.some((other) => other.path !== read.path)) return [];
  const names = new Set<string>();
  for (const node of module.tree.nodes) {
    if (!/^(?:RegExpLiteral|StringLiteral|TemplateElement|MemberExpression)$/.test(node.type))
      continue;
    if (node.type === 'MemberExpression' && isEnvironment(field(node, 'object'))) continue;
    const written =
      node.type === 'MemberExpression'
        ? (propertyName(node, 'property') ?? '')
        : module.source.slice(node.start, node.end);
    for (const name of written.match(/[A-Z][A-Z0-9_]{3,80}/g) ?? [])
      if (isKnown(name)) names.add(name);
  }
  return [...names].map((name) => ({ name, node: read.node, file: read.path }));
}

/** Values of the headers that carry this provider's credentials. */
function sentInHeaders(
  module: Module,
  provider: string,
  knowledge: Knowledge,
): readonly SyntaxNode[] {
  const hosts = knowledge.provider(provider)?.api?.hosts ?? [];
  return module.tree.nodes.flatMap((node) => {
    if (node.type !== 'ObjectProperty') return [];
    const name = propertyName(node, 'key')?.toLowerCase();
    const value = field(node, 'value');
    if (name === undefined || value === undefined) return [];
    const kinds = hosts.map((host) => knowledge.credentialByHeader(name, host));
    return kinds.some((kind) => kind?.provider === provider) ? [value] : [];
  });
}

/** Whether a value contains a node, directly or through the constants it names. */
function leadsTo(module: Module, value: SyntaxNode, target: SyntaxNode, depth = 0): boolean {
  if (inside(target, value)) return true;
  if (depth > 4) return false;
  const named = module.tree.nodes.filter(
    (node) => node.type === 'Identifier' && inside(node, value),
  );
  return named.some((node) => {
    const name = text(node, 'name') ?? '';
    if (isDestructuredAs(module, target, name)) return true;
    const constant = module.constants.get(name);
    return (
      constant !== undefined &&
      !inside(value, constant) &&
      leadsTo(module, constant, target, depth + 1)
    );
  });
}

function isDestructuredAs(module: Module, target: SyntaxNode, name: string): boolean {
  if (text(field(target, 'value'), 'name') !== name) return false;
  return [...ancestors(module.tree, target)].some((up) => up.type === 'VariableDeclarator');
}
