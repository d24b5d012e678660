import type { Confidence } from '../../model/fact.ts';
import type { Knowledge, Known, OperationSpec } from '../../model/knowledge.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import type { MutationField } from './graphql-operations.ts';
import type { Module } from './guards.ts';
import { bare, field, isCall, list, type SyntaxNode, text } from './syntax.ts';

/** An operation of a provider, and how sure it is that the code means that provider. */
export interface Evidence {
  readonly known: Known<OperationSpec>;
  readonly confidence: Confidence;
}

/** What a whole module says about providers: their hosts in its strings, and the words of its file and identifiers. */
interface ModuleSigns {
  readonly hosts: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const signs = new WeakMap<Module, ModuleSigns>();

/** Worked out once per module, however many mutations it holds. */
function signsOf(module: Module, file: string, knowledge: Knowledge): ModuleSigns {
  const known = signs.get(module);
  if (known !== undefined) return known;
  const made = {
    hosts: providersByHost(module, knowledge),
    words: new Set([...nameTokens(file), ...identifierWords(module)]),
  };
  signs.set(module, made);
  return made;
}

/** Providers whose API hosts stand in the module's strings. */
function providersByHost(module: Module, knowledge: Knowledge): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of module.tree.nodes) {
    if (node.type !== 'StringLiteral' && node.type !== 'TemplateElement') continue;
    for (const host of hostsIn(module.source.slice(node.start, node.end))) {
      const provider = knowledge.apiByHost(host);
      if (provider !== undefined) found.add(provider.id);
    }
  }
  return found;
}

/**
 * Which provider's operation a mutation is. A host in the same file decides; a call through the repository's own client or the provider's name
 * suggests; argument names alone count only when a single provider has them.
 */
export function operationOf(
  mutation: MutationField,
  document: SyntaxNode,
  module: Module,
  file: string,
  knowledge: Knowledge,
): Evidence | undefined {
  const candidates = knowledge
    .operations(mutation.name)
    .filter((known) => known.spec.transport === 'graphql');
  const { hosts, words } = signsOf(module, file, knowledge);
  const byHost = candidates.find((known) => hosts.has(known.provider));
  if (byHost !== undefined) return { known: byHost, confidence: 'high' };

  const byName = candidates.find((known) => words.has(known.provider));
  if (byName !== undefined) return { known: byName, confidence: 'medium' };

  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return undefined;
  if (sentThroughOwnModule(module, document)) return { known: only, confidence: 'medium' };
  const names = mutation.arguments.map((argument) => argument.name);
  const fits = only.spec.argument !== null && names.length === 1 && names[0] === only.spec.argument;
  return fits ? { known: only, confidence: 'low' } : undefined;
}

function hostsIn(written: string): readonly string[] {
  const urls = [...written.matchAll(/[a-z][a-z0-9+.-]{0,30}:\/\/([a-z0-9.-]+)/gi)];
  const bareHost = /^["'`]?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/:][^\s]*)?["'`]?$/i.exec(written);
  return [...urls, ...(bareHost === null ? [] : [bareHost])].flatMap(
    (match) => match[1]?.toLowerCase() ?? [],
  );
}

/** Words of the names that a module imports and calls. */
function identifierWords(module: Module): readonly string[] {
  const words: string[] = [];
  for (const node of module.tree.nodes) {
    if (node.type === 'ImportDeclaration') {
      words.push(...nameTokens(text(field(node, 'source'), 'value') ?? ''));
    }
    if (!isCall(node)) continue;
    const callee = bare(field(node, 'callee'));
    const names = [text(callee, 'name'), text(field(callee, 'object'), 'name')];
    for (const name of names) if (name !== undefined) words.push(...nameTokens(name));
  }
  return words;
}

/** Whether the document goes to a function that another file of this repository defines. */
function sentThroughOwnModule(module: Module, document: SyntaxNode): boolean {
  let node: SyntaxNode | undefined = document;
  for (let step = 0; step < 6 && node !== undefined && !isCall(node); step += 1) {
    node = module.tree.parent(node);
  }
  const name = text(field(node, 'callee'), 'name');
  if (name === undefined) return false;
  return module.tree.nodes.some(
    (one) =>
      one.type === 'ImportDeclaration' &&
      (text(field(one, 'source'), 'value') ?? '').startsWith('.') &&
      list(one, 'specifiers').some((specifier) => text(field(specifier, 'local'), 'name') === name),
  );
}
