import type { Expression, Step, TemplatePart } from './ast.ts';

/** Names that a `for` around the place binds. */
type Bound = ReadonlySet<string>;

const NONE: Bound = new Set();

/**
 * Names an expression refers to, in source order, duplicates kept: the dotted path up to the first index or splat, such as `var.region`,
 * `module.db.endpoint` or `aws_db_instance.main.id`. Names that a `for` of the same expression binds are left out.
 */
export function referencesOf(expression: Expression): readonly string[] {
  const found: string[] = [];
  visit(expression, NONE, found);
  return found;
}

function visit(node: Expression | TemplatePart, bound: Bound, found: string[]): void {
  switch (node.kind) {
    case 'literal':
      return;
    case 'variable':
      if (!bound.has(node.name)) found.push(node.name);
      return;
    case 'traversal':
      if (node.source.kind !== 'variable') visit(node.source, bound, found);
      else if (!bound.has(node.source.name)) found.push(pathOf(node.source.name, node.steps));
      visitSteps(node.steps, bound, found);
      return;
    case 'template':
      for (const part of node.parts) visit(part, bound, found);
      return;
    case 'interpolation':
      visit(node.value, bound, found);
      return;
    case 'if-directive':
      visit(node.condition, bound, found);
      for (const part of [...node.whenTrue, ...node.whenFalse]) visit(part, bound, found);
      return;
    case 'for-directive': {
      visit(node.collection, bound, found);
      const inner = withNames(bound, node);
      for (const part of node.body) visit(part, inner, found);
      return;
    }
    case 'for': {
      visit(node.collection, bound, found);
      const inner = withNames(bound, node);
      for (const part of [node.key, node.value, node.condition])
        if (part !== null) visit(part, inner, found);
      return;
    }
    case 'tuple':
      for (const item of node.items) visit(item, bound, found);
      return;
    case 'object':
      for (const item of node.items) {
        visit(item.key, bound, found);
        visit(item.value, bound, found);
      }
      return;
    case 'call':
      for (const argument of node.args) visit(argument, bound, found);
      return;
    case 'conditional':
      visit(node.condition, bound, found);
      visit(node.whenTrue, bound, found);
      visit(node.whenFalse, bound, found);
      return;
    case 'unary':
      visit(node.operand, bound, found);
      return;
    case 'binary':
      visit(node.left, bound, found);
      visit(node.right, bound, found);
      return;
    case 'group':
      visit(node.inner, bound, found);
      return;
  }
}

function pathOf(root: string, steps: readonly Step[]): string {
  let path = root;
  for (const step of steps) {
    if (step.kind !== 'attribute') break;
    path += `.${step.name}`;
  }
  return path;
}

function visitSteps(steps: readonly Step[], bound: Bound, found: string[]): void {
  for (const step of steps) {
    if (step.kind === 'index') visit(step.key, bound, found);
    if (step.kind === 'splat') visitSteps(step.each, bound, found);
  }
}

function withNames(
  bound: Bound,
  { keyName, valueName }: { readonly keyName: string | null; readonly valueName: string },
): Bound {
  return new Set([...bound, valueName, ...(keyName === null ? [] : [keyName])]);
}
