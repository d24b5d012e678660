import { functionName, type Module } from './guards.ts';
import { ancestors, isFunction, type SyntaxNode, text } from './syntax.ts';

/** Where a document or call takes effect: the node itself, or every mention of the constant that holds it. */
export function usesOf(module: Module, node: SyntaxNode): readonly SyntaxNode[] {
  const name = constantOf(module, node);
  if (name === undefined) return [node];
  const mentions = module.tree.nodes.filter(
    (one) =>
      one.type === 'Identifier' &&
      text(one, 'name') === name &&
      !/^(?:VariableDeclarator|ExportSpecifier|Import\w*Specifier)$/.test(
        module.tree.parent(one)?.type ?? '',
      ),
  );
  return mentions.length > 0 ? mentions : [node];
}

/** Name by which people know this code: the innermost named function, else the constant. */
export function nameAround(module: Module, node: SyntaxNode): string | undefined {
  for (const use of usesOf(module, node)) {
    for (const up of ancestors(module.tree, use)) {
      const name = isFunction(up) ? functionName(module.tree, up) : undefined;
      if (name !== undefined) return name;
    }
  }
  return constantOf(module, node);
}

function constantOf(module: Module, node: SyntaxNode): string | undefined {
  return [...module.constants].find(([, value]) => value === node || isTagged(value, node))?.[0];
}

function isTagged(value: SyntaxNode, node: SyntaxNode): boolean {
  return value.type === 'TaggedTemplateExpression' && value['quasi'] === node;
}
