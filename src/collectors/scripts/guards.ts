import type { Strength } from '../../model/fact.ts';
import { meaningOf, opposite } from './guard-conditions.ts';
import type { Constants } from './literal-text.ts';
import { asksByCondition, type Prompts, promptIn } from './prompts.ts';
import {
  ancestors,
  bare,
  field,
  functionAround,
  inside,
  isCall,
  isFunction,
  lastName,
  list,
  type SyntaxNode,
  type SyntaxTree,
  text,
} from './syntax.ts';

/** A control in the code, with the place that shows it. */
export interface SeenGuard {
  readonly strength: Strength;
  readonly node: SyntaxNode;
}

/** What guard detection needs to know of a module. */
export interface Module {
  readonly tree: SyntaxTree;
  readonly source: string;
  readonly constants: Constants;
  readonly prompts: Prompts;
  /** Functions by their name. */
  readonly functions: ReadonlyMap<string, SyntaxNode>;
  /** Names that other modules can import. */
  readonly exported: ReadonlySet<string>;
}

const maxCallers = 3;

/** Controls that code passes before it reaches this node: around it, before it, in what it calls, or in everything that calls it. */
export function guardsBefore(module: Module, site: SyntaxNode, depth = 0): readonly SeenGuard[] {
  const found: SeenGuard[] = [];
  let inner = site;
  for (const outer of ancestors(module.tree, site)) {
    found.push(...conditionGuards(module, outer, inner));
    if (outer.type === 'BlockStatement' || outer.type === 'Program') {
      const before = list(outer, 'body').filter((statement) => statement.end <= inner.start);
      found.push(...before.flatMap((statement) => statementGuards(module, statement)));
    }
    inner = outer;
  }
  if (found.length === 0) found.push(...wrapperGuards(module, site));
  return found.length > 0 || depth >= maxCallers ? found : callerGuards(module, site, depth);
}

/** A branch that is only taken when somebody agreed, or outside production. */
function conditionGuards(
  module: Module,
  outer: SyntaxNode,
  inner: SyntaxNode,
): readonly SeenGuard[] {
  const branch = branchOf(outer, inner);
  if (branch === null) return [];
  const meaning = meaningOf(branch.test, module.constants);
  const here = branch.whenTrue ? meaning : opposite(meaning);
  if (here === 'not-production') return [{ strength: 'blocks', node: branch.test }];
  return asksByCondition(module, branch.test) ? [{ strength: 'asks', node: branch.test }] : [];
}

function branchOf(
  outer: SyntaxNode,
  inner: SyntaxNode,
): { readonly test: SyntaxNode; readonly whenTrue: boolean } | null {
  if (outer.type === 'IfStatement' || outer.type === 'ConditionalExpression') {
    const test = field(outer, 'test');
    if (test === undefined || inside(inner, test)) return null;
    const alternate = field(outer, 'alternate');
    return { test, whenTrue: alternate === undefined || !inside(inner, alternate) };
  }
  if (outer.type !== 'LogicalExpression') return null;
  const left = field(outer, 'left');
  if (left === undefined || inside(inner, left)) return null;
  return { test: left, whenTrue: text(outer, 'operator') !== '||' };
}

/** A statement that goes no further in production, or unless somebody agrees. */
function statementGuards(
  module: Module,
  statement: SyntaxNode,
  stops: Stops = leaves,
): readonly SeenGuard[] {
  if (statement.type === 'IfStatement') {
    const test = field(statement, 'test');
    if (test === undefined || !ends(field(statement, 'consequent'), stops)) return [];
    if (meaningOf(test, module.constants) === 'production') {
      return [{ strength: 'blocks', node: test }];
    }
    return asksByCondition(module, test) ? [{ strength: 'asks', node: test }] : [];
  }
  const expression = bare(field(statement, 'expression'));
  if (statement.type !== 'ExpressionStatement' || expression === undefined) return [];
  return isCall(expression) ? callGuards(module, expression) : [];
}

/** `assert(env !== 'production')`, `assertNotProduction()`, and the module's own functions that ask or refuse. */
function callGuards(module: Module, call: SyntaxNode): readonly SeenGuard[] {
  const name = lastName(field(call, 'callee')) ?? '';
  const [argument] = list(call, 'arguments');
  if (/^(?:assert|ok|invariant)$/.test(name)) {
    const holds = meaningOf(argument, module.constants) === 'not-production';
    return holds ? [{ strength: 'blocks', node: call }] : [];
  }
  const body = field(module.functions.get(name), 'body');
  if (body !== undefined) return bodyGuards(module, body, isExit);
  if (/^(?:assert|ensure|require|refuse|forbid|guard|abort)\w*prod(?:uction)?$/i.test(name)) {
    return /not|non|refuse|forbid|guard|abort/i.test(name)
      ? [{ strength: 'blocks', node: call }]
      : [];
  }
  // An imported function that by its name asks and leaves.
  return /^(?:confirm|ask)\w*or(?:exit|abort|throw)$/i.test(name)
    ? [{ strength: 'asks', node: call }]
    : [];
}

/** Guards among the statements of another function; `stops` says which of its statements keep the code from going on. */
function bodyGuards(module: Module, body: SyntaxNode, stops: Stops): readonly SeenGuard[] {
  const statements = list(body, 'body').filter((one) => !isCallStatement(one));
  const direct = statements.flatMap((statement) => statementGuards(module, statement, stops));
  if (direct.length > 0) return direct;
  const prompt = promptIn(module, body);
  const exits = module.tree.nodes.some((node) => inside(node, body) && isExit(node));
  return prompt !== undefined && exits ? [{ strength: 'asks', node: prompt }] : [];
}

/** Guards inside the module's own function that the call at this site goes through. */
function wrapperGuards(module: Module, site: SyntaxNode): readonly SeenGuard[] {
  const call = isCall(site) ? site : module.tree.parent(site);
  if (call === undefined || !isCall(call)) return [];
  const wrapper = module.functions.get(lastName(field(call, 'callee')) ?? '');
  const body = field(wrapper, 'body');
  return body === undefined || inside(site, body) ? [] : bodyGuards(module, body, leaves);
}

/** When only this module can call the function, its guards are those that every caller has. */
function callerGuards(module: Module, site: SyntaxNode, depth: number): readonly SeenGuard[] {
  const around = functionAround(module.tree, site);
  const name = [...module.functions].find(([, node]) => node === around)?.[0];
  if (around === undefined || name === undefined || module.exported.has(name)) return [];
  const calls = module.tree.nodes.filter(
    (node) => isCall(node) && text(field(node, 'callee'), 'name') === name && !inside(node, around),
  );
  const each = calls.map((call) => guardsBefore(module, call, depth + 1));
  return each.every((guards) => guards.length > 0) ? each.flat() : [];
}

type Stops = (statement: SyntaxNode) => boolean;

/** Whether a branch ends with a statement after which nothing else of it runs. */
function ends(branch: SyntaxNode | undefined, stops: Stops): boolean {
  const last = branch?.type === 'BlockStatement' ? list(branch, 'body').at(-1) : branch;
  return last !== undefined && stops(last);
}

/** Ends the function, the loop turn or the program. */
function leaves(statement: SyntaxNode): boolean {
  return /^(?:Return|Continue|Break)Statement$/.test(statement.type) || isExit(statement);
}

/** Ends the program, or the function together with whatever called it. */
function isExit(statement: SyntaxNode): boolean {
  if (statement.type === 'ThrowStatement') return true;
  const call = bare(field(statement, 'expression'));
  if (call === undefined || !isCall(call)) return false;
  return /^(?:exit|fail|abort|die|bail|panic)$/.test(lastName(field(call, 'callee')) ?? '');
}

function isCallStatement(statement: SyntaxNode): boolean {
  const expression = bare(field(statement, 'expression'));
  return expression !== undefined && isCall(expression);
}

/** The functions of a module by the name they are declared or assigned under. */
export function functionsOf(tree: SyntaxTree): ReadonlyMap<string, SyntaxNode> {
  const functions = new Map<string, SyntaxNode>();
  for (const node of tree.nodes) {
    if (!isFunction(node)) continue;
    const name = functionName(tree, node);
    if (name !== undefined && !functions.has(name)) functions.set(name, node);
  }
  return functions;
}

/** Name of a function: its own, or that of the constant, property or variable it becomes. */
export function functionName(tree: SyntaxTree, node: SyntaxNode): string | undefined {
  const own = text(field(node, 'id'), 'name') ?? text(field(node, 'key'), 'name');
  if (own !== undefined) return own;
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return text(field(parent, 'id'), 'name');
    case 'ObjectProperty':
    case 'ClassProperty':
      return text(field(parent, 'key'), 'name');
    case 'AssignmentExpression':
      return lastName(field(parent, 'left'));
    default:
      return undefined;
  }
}

/** Names that a module exports, by statement, by list, or through `module.exports`. */
export function exportedNames(tree: SyntaxTree): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined) names.add(name);
  };
  for (const node of tree.nodes) {
    if (node.type === 'ExportSpecifier') add(text(field(node, 'local'), 'name'));
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') {
      const declared = field(node, 'declaration');
      add(text(field(declared, 'id'), 'name') ?? text(declared, 'name'));
      for (const one of list(declared, 'declarations')) add(text(field(one, 'id'), 'name'));
    }
    if (node.type === 'AssignmentExpression') addAssigned(node, add);
  }
  return names;
}

function addAssigned(node: SyntaxNode, add: (name: string | undefined) => void): void {
  const left = field(node, 'left');
  const target = field(left, 'object');
  const right = field(node, 'right');
  const isExports =
    lastName(left) === 'exports' ||
    lastName(target) === 'exports' ||
    text(target, 'name') === 'exports';
  if (!isExports) return;
  add(text(right, 'name'));
  for (const one of list(right, 'properties')) add(text(field(one, 'value'), 'name'));
}
