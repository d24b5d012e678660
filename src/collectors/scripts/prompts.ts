import type { Module } from './guards.ts';
import {
  ancestors,
  bare,
  field,
  inside,
  isCall,
  isFunction,
  lastName,
  list,
  type SyntaxNode,
  type SyntaxTree,
  text,
} from './syntax.ts';

/** How a module asks a person. */
export interface Prompts {
  /** Calls that ask, those of the module's own asking functions included. */
  readonly calls: ReadonlySet<SyntaxNode>;
  /** Variables that hold an answer. */
  readonly answers: ReadonlySet<string>;
}

const promptPackage =
  /^(?:prompts|inquirer|enquirer|@inquirer\/.+|@clack\/prompts|readline-sync|prompt-sync|prompt|consola|(?:node:)?readline(?:\/promises)?)$/;
const askingName = /^(?:question(?:Sync)?|confirm|prompts?|keyInYN(?:Strict)?)$/;
const commandLine = /\b(?:argv|args|flags?|options|opts|env|values)\b/;
/** Words by which somebody says on the command line that they mean it. */
const consent =
  /confirm|force|--yes|\byes\b|sure|really|apply|execute|i[-_]?know|i[-_]?understand|allow|no[-_]dry[-_]run/i;

/** Reads what a module asks with. */
export function promptsOf(tree: SyntaxTree, functions: ReadonlyMap<string, SyntaxNode>): Prompts {
  const imported = promptImports(tree);
  const own = new Set(functions.keys());
  const direct = tree.nodes.filter((node) => isPromptCall(node, imported, own));
  const askers = new Set<string>();
  for (const [name, node] of functions) {
    if (direct.some((call) => inside(call, node))) askers.add(name);
  }
  const indirect = tree.nodes.filter((node) => isCall(node) && askers.has(calleeName(node)));
  const calls = new Set([...direct, ...indirect]);
  return { calls, answers: new Set([...calls].flatMap((call) => answersOf(tree, call))) };
}

/** Whether a condition hangs on what somebody answered or typed, or on a dry run that is the default. */
export function asksByCondition(module: Module, test: SyntaxNode): boolean {
  const { prompts } = module;
  const nodes = module.tree.nodes.filter((node) => inside(node, test));
  if (nodes.some((node) => prompts.calls.has(node))) return true;
  const names = nodes.flatMap((node) =>
    isVariable(module.tree, node) ? (text(node, 'name') ?? []) : [],
  );
  if (names.some((name) => prompts.answers.has(name))) return true;
  const written = module.source.slice(test.start, test.end);
  if (commandLine.test(written) && consent.test(written)) return true;
  return names.some((name) => isConsentConstant(module, name) || dryByDefault(module, name));
}

/** An identifier that is no property: the `ok` of `res.ok` is not the answer `ok`. */
function isVariable(tree: SyntaxTree, node: SyntaxNode): boolean {
  if (node.type !== 'Identifier') return false;
  const parent = tree.parent(node);
  return parent?.['property'] !== node || parent['computed'] === true;
}

/** The first call inside a node that asks a person. */
export function promptIn(module: Module, around: SyntaxNode): SyntaxNode | undefined {
  return [...module.prompts.calls].find((call) => inside(call, around));
}

/** `const confirmed = process.argv.includes('--yes')`, tested later. */
function isConsentConstant(module: Module, name: string): boolean {
  const value = module.constants.get(name);
  if (value === undefined || isFunction(value)) return false;
  const written = module.source.slice(value.start, value.end);
  return written.length < 300 && commandLine.test(written) && consent.test(`${name} ${written}`);
}

function dryByDefault(module: Module, name: string): boolean {
  if (!/dry_?run/i.test(name)) return false;
  const value = module.constants.get(name);
  const written = value === undefined ? '' : module.source.slice(value.start, value.end);
  if (/!==?\s*['"](?:false|0|no)['"]/.test(written)) return true;
  return module.tree.nodes.some(
    (node) =>
      node.type === 'AssignmentPattern' &&
      text(field(node, 'left'), 'name') === name &&
      field(node, 'right')?.['value'] === true,
  );
}

/** A function of the module that is merely called `confirm` asks only if it contains something that does. */
function isPromptCall(
  node: SyntaxNode,
  imported: ReadonlySet<string>,
  own: ReadonlySet<string>,
): boolean {
  if (!isCall(node)) return false;
  const callee = bare(field(node, 'callee'));
  const name = lastName(callee) ?? '';
  const receiver = text(bare(field(callee, 'object')), 'name');
  if (callee?.type === 'Identifier') {
    if (own.has(name)) return false;
    return imported.has(name) || /^(?:confirm|prompts?|question)$/.test(name);
  }
  if (receiver !== undefined && imported.has(receiver)) {
    return !/^(?:createInterface|log|intro|outro|note|cancel|isCancel|spinner)$/.test(name);
  }
  return askingName.test(name);
}

/** Names that receive what a prompt returned: by declaration, by assignment, or as the parameter of its callback. */
function answersOf(tree: SyntaxTree, call: SyntaxNode): readonly string[] {
  const callbacks = list(call, 'arguments').filter(isFunction);
  const names = callbacks.flatMap((one) => list(one, 'params').flatMap(boundNames));
  for (const up of ancestors(tree, call)) {
    if (up.type === 'VariableDeclarator') return [...names, ...boundNames(field(up, 'id'))];
    if (up.type === 'AssignmentExpression') return [...names, ...boundNames(field(up, 'left'))];
    // An answer leaves a callback only where a promise is made of it.
    if (isFunction(up) && !isPromiseBody(tree, up)) break;
  }
  return names;
}

function isPromiseBody(tree: SyntaxTree, node: SyntaxNode): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'NewExpression' && text(field(parent, 'callee'), 'name') === 'Promise';
}

function boundNames(pattern: SyntaxNode | undefined): readonly string[] {
  if (pattern?.type === 'Identifier') return [text(pattern, 'name') ?? []].flat();
  if (pattern?.type === 'ObjectPattern') {
    return list(pattern, 'properties').flatMap((one) => boundNames(field(one, 'value')));
  }
  return pattern?.type === 'AssignmentPattern' ? boundNames(field(pattern, 'left')) : [];
}

function promptImports(tree: SyntaxTree): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of tree.nodes) {
    if (node.type === 'ImportDeclaration') {
      if (!promptPackage.test(text(field(node, 'source'), 'value') ?? '')) continue;
      for (const one of list(node, 'specifiers')) {
        const name = text(field(one, 'local'), 'name');
        if (name !== undefined && name !== 'createInterface') names.add(name);
      }
    }
    if (node.type === 'VariableDeclarator') {
      const call = bare(field(node, 'init'));
      const module = text(list(call, 'arguments')[0], 'value') ?? '';
      if (text(field(call, 'callee'), 'name') !== 'require' || !promptPackage.test(module))
        continue;
      for (const name of boundNames(field(node, 'id'))) names.add(name);
    }
  }
  return names;
}

function calleeName(call: SyntaxNode): string {
  return text(bare(field(call, 'callee')), 'name') ?? '';
}
