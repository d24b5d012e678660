import type { ScriptDocument } from '../../model/document.ts';
import type { DestructiveCommand, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import {
  commandRelation,
  guardFacts,
  strongestGuards,
} from '../../recognize/command/command-guards.ts';
import { dataLossFacts } from './data-loss-facts.ts';
import { credentialNames } from './env-names.ts';
import { exportedNames, functionsOf, guardsBefore, type Module, type SeenGuard } from './guards.ts';
import { constantsOf } from './literal-text.ts';
import { lossHints } from './loss-hints.ts';
import { type FoundOperation, operationsIn } from './operations.ts';
import { ownCopyFacts } from './own-copies.ts';
import type { PackageModule } from './package-module.ts';
import { promptsOf } from './prompts.ts';
import { syntaxTree } from './syntax.ts';
import { nameAround, usesOf } from './uses.ts';

/** Reads calls that destroy through a provider's API or lose the data of a database, what guards them, and which credential they use. */
export const collect: Collect = (unit, knowledge) => {
  const modules: PackageModule[] = [];
  const facts = unit.documents.flatMap((document) => {
    if (document.shape !== 'script' || isGenerated(document.file)) return [];
    const calls = mayDestroy(document.text, knowledge);
    const loses = lossHints.some((hint) => document.text.includes(hint));
    if (!calls && !loses && !mayCopy(document.text, knowledge)) return [];
    const module = moduleOf(document);
    if (loses) modules.push({ document, module });
    return [
      ...(calls ? factsOf(document, module, knowledge) : []),
      ...ownCopyFacts({ document, module }, knowledge),
    ];
  });
  const manifest = unit.documents.find((document) => document.shape === 'data');
  return [...facts, ...dataLossFacts(modules, manifest, knowledge)];
};

/** Only a module that uses such a client can keep its exports beside their originals. */
function mayCopy(text: string, { providers }: Knowledge): boolean {
  return providers.some((provider) =>
    provider.clientStorages?.some(({ packages, method }) =>
      packages.some((name) => text.includes(name) && text.includes(`.${method}(`)),
    ),
  );
}

/** Declarations have no code, and minified code has no author who could act on a finding. */
function isGenerated(file: string): boolean {
  return /\.d\.[cm]?ts$|[.-]min\.[cm]?js$/.test(file);
}

/** Calls of one module that are looked at closely; more are generated code. */
const maxOperations = 100;

function factsOf(document: ScriptDocument, module: Module, knowledge: Knowledge): readonly Fact[] {
  const seen = new Map<string, number>();
  const operations = operationsIn(module, document.file, knowledge).slice(0, maxOperations);
  return operations.flatMap((operation) => {
    const verb = operation.known.spec.name;
    const count = (seen.get(verb) ?? 0) + 1;
    seen.set(verb, count);
    const key = entityKey(`scripts:${document.file}#${verb}${count > 1 ? `-${count}` : ''}`);
    return operationFacts(operation, key, module, document.file, knowledge);
  });
}

/** A cheap look before the tree is indexed: no host and no operation means no finding. */
function mayDestroy(text: string, { providers }: Knowledge): boolean {
  return providers.some(
    ({ api }) =>
      api?.hosts.some((host) => text.includes(host)) === true ||
      api?.operations.some((one) => one.transport === 'graphql' && text.includes(one.name)) ===
        true,
  );
}

function moduleOf(document: ScriptDocument): Module {
  const tree = syntaxTree(document);
  const functions = functionsOf(tree);
  return {
    tree,
    source: document.text,
    constants: constantsOf(tree.nodes),
    prompts: promptsOf(tree, functions),
    functions,
    exported: exportedNames(tree),
  };
}

function operationFacts(
  operation: FoundOperation,
  key: EntityKey,
  module: Module,
  file: FilePath,
  knowledge: Knowledge,
): readonly Fact[] {
  const { spec, provider } = operation.known;
  const guards = guardsOf(module, operation);
  const name = nameAround(module, operation.node);
  const at: SourceRange = { file, start: operation.start, end: operation.end };
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    key,
    aliases: [],
    name: name === undefined ? spec.name : `${name} (${spec.name})`,
    at,
    collector: 'scripts',
    implied: false,
    confidence: operation.confidence,
    provider,
    verb: spec.name,
    via: 'api',
    destroys: spec.destroys,
    skipsPrompt: guards.length === 0,
    invocations: [],
    recovery: spec.recovery,
    safeVariant: null,
  };
  const facts: Fact[] = [command];
  for (const { strength, node } of guards) {
    const place = { file, start: node.start, end: node.end };
    facts.push(...guardFacts({ strength, at: place }, command, 'code'));
  }
  for (const credential of credentialNames(module, file, provider, knowledge)) {
    const source = credential.file === null ? 'its environment' : credential.file;
    const place = { file, start: credential.node.start, end: credential.node.end };
    const because = `${file} reads ${credential.name} from ${source}`;
    facts.push(commandRelation('holds', command, variableKey(credential.name), because, place));
  }
  if (operation.target !== null) {
    const { key: to, because, at: place } = operation.target;
    const range = { file, start: place.start, end: place.end };
    facts.push(commandRelation('destroys', command, to, because, range));
  }
  return facts;
}

/** One guard per strength. A document used in several places is guarded only when every use is. */
function guardsOf(module: Module, operation: FoundOperation): readonly SeenGuard[] {
  const each = usesOf(module, operation.node).map((use) => guardsBefore(module, use));
  if (each.some((guards) => guards.length === 0)) return [];
  const all = each.flat();
  // Only what stands before every use may stop all of them.
  const block = each.every((guards) => guards.some((guard) => guard.strength === 'blocks'));
  return strongestGuards(block ? all : all.filter((guard) => guard.strength === 'asks'));
}
