import type { Expression } from '../../formats/hcl/ast.ts';
import { parseExpression, parseTemplate } from '../../formats/hcl/expression.ts';
import type { ExprNode } from '../../model/document.ts';

/** Reads the expressions of nodes again, each once however often it is evaluated. */
export type ReadNode = (node: ExprNode) => Expression | null;

/** A reader that remembers. Strings of JSON files are templates. */
export function createNodeReader(): ReadNode {
  const known = new WeakMap<ExprNode, Expression | null>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const expression = node.at.file.endsWith('.json')
      ? parseTemplate(node.text)
      : parseExpression(node.text, 0, node.text.length);
    known.set(node, expression);
    return expression;
  };
}
