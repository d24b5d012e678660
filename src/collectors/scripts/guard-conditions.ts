import { tierOf } from '../../recognize/tier.ts';
import { type Constants, stringPattern } from './literal-text.ts';
import { bare, field, isCall, lastName, list, type SyntaxNode, text } from './syntax.ts';

/** Whether a condition is true in production, false there, or says nothing about it. */
export type Meaning = 'production' | 'not-production' | null;

const environmentName =
  /(?:^|_)(?:node_env|env|environment|environment_name|stage|tier|target_env|app_env)$|env(?:ironment)?(?:name)?$|^stage$|^tier$/i;

/** Reads a condition over the name of an environment; `constants` resolve names to what the module sets them to. */
export function meaningOf(
  condition: SyntaxNode | undefined,
  constants: Constants,
  depth = 0,
): Meaning {
  const node = bare(condition);
  if (node === undefined || depth > 12) return null;
  const inner = (part: SyntaxNode | undefined): Meaning => meaningOf(part, constants, depth + 1);
  if (node.type === 'UnaryExpression' && text(node, 'operator') === '!') {
    return opposite(inner(field(node, 'argument')));
  }
  if (node.type === 'LogicalExpression') {
    return combined(
      text(node, 'operator'),
      inner(field(node, 'left')),
      inner(field(node, 'right')),
    );
  }
  if (node.type === 'BinaryExpression') return comparison(node, constants);
  if (isCall(node)) return membership(node, constants);
  return named(node, constants, depth);
}

/** The meaning of the negated condition. */
export function opposite(meaning: Meaning): Meaning {
  if (meaning === null) return null;
  return meaning === 'production' ? 'not-production' : 'production';
}

function combined(operator: string | undefined, left: Meaning, right: Meaning): Meaning {
  if (left === right) return left;
  const decisive: Meaning = operator === '||' ? 'production' : 'not-production';
  return left === decisive || right === decisive ? decisive : null;
}

function comparison(node: SyntaxNode, constants: Constants): Meaning {
  const operator = text(node, 'operator') ?? '';
  if (!/^[!=]==?$/.test(operator)) return null;
  const sides = [field(node, 'left'), field(node, 'right')];
  const values = sides.map((side) => stringPattern(side, constants));
  const value = values.find((one) => one !== null && one !== '{}');
  if (value === undefined || value === null || !sides.some(namesEnvironment)) return null;
  return signed(valueMeaning(value), operator.startsWith('='));
}

/** `['staging', 'dev'].includes(env)`, `/prod/.test(env)`, `env.startsWith('prod')`. */
function membership(node: SyntaxNode, constants: Constants): Meaning {
  const callee = bare(field(node, 'callee'));
  const receiver = bare(field(callee, 'object'));
  const [argument] = list(node, 'arguments');
  switch (lastName(callee)) {
    case 'includes':
    case 'has': {
      if (!namesEnvironment(argument)) return searched(receiver, argument, constants);
      const values = memberValues(receiver, constants).map(valueMeaning);
      const [first] = values;
      return first !== undefined && values.every((value) => value === first) ? first : null;
    }
    case 'test':
      if (receiver?.type !== 'RegExpLiteral' || !namesEnvironment(argument)) return null;
      return /prod/i.test(text(receiver, 'pattern') ?? '') ? 'production' : null;
    case 'startsWith':
    case 'endsWith':
    case 'match':
      return searched(receiver, argument, constants);
    default:
      return null;
  }
}

function searched(
  receiver: SyntaxNode | undefined,
  argument: SyntaxNode | undefined,
  constants: Constants,
): Meaning {
  const value = stringPattern(argument, constants);
  return value !== null && namesEnvironment(receiver) ? valueMeaning(value) : null;
}

function memberValues(node: SyntaxNode | undefined, constants: Constants): readonly string[] {
  const value = node?.type === 'Identifier' ? constants.get(text(node, 'name') ?? '') : node;
  // `new Set([…])` holds its list one level down.
  const holder = value?.type === 'NewExpression' ? list(value, 'arguments')[0] : value;
  const elements = list(holder, 'elements');
  return elements.flatMap((element) => stringPattern(element, constants) ?? []);
}

/** `isProduction` and a constant that stands for such a condition. */
function named(node: SyntaxNode, constants: Constants, depth: number): Meaning {
  const name = lastName(node);
  if (name === undefined) return null;
  const constant = node.type === 'Identifier' ? constants.get(name) : undefined;
  const meant = constant === undefined ? null : meaningOf(constant, constants, depth + 1);
  if (meant !== null) return meant;
  return /^(?:is|in)_?prod(?:uction)?$/i.test(name) ? 'production' : null;
}

function valueMeaning(value: string): Meaning {
  const tier = tierOf(value);
  if (tier === null || tier === 'unknown') return null;
  return tier === 'production' ? 'production' : 'not-production';
}

function signed(meaning: Meaning, positive: boolean): Meaning {
  return positive ? meaning : opposite(meaning);
}

function namesEnvironment(node: SyntaxNode | undefined): boolean {
  const name = lastName(bare(node));
  if (name !== undefined) return environmentName.test(name);
  if (node === undefined || !isCall(node)) {
    return node?.type === 'LogicalExpression' && namesEnvironment(field(node, 'left'));
  }
  // `env.toLowerCase()` is still the environment.
  return namesEnvironment(field(bare(field(node, 'callee')), 'object'));
}
