import type { Expression, ObjectEntry, Statement } from '../../formats/bicep/ast.ts';
import { parseBicep, parseTemplateExpression } from '../../formats/bicep/parse.ts';
import { at, type DataNode, type Document, entries, items } from '../../model/document.ts';
import type { FilePath } from '../../model/source.ts';

/** A file of Bicep, or a template in JSON read as one. */
export interface Template {
  readonly file: FilePath;
  readonly statements: readonly Statement[];
}

const MAX_DEPTH = 60;

export function isTemplate(root: DataNode | undefined): boolean {
  const schema = at(root, '$schema');
  return schema?.type === 'scalar' && /deploymentTemplate\.json/i.test(schema.text);
}

export function isParameters(root: DataNode | undefined): boolean {
  const schema = at(root, '$schema');
  return schema?.type === 'scalar' && /deploymentParameters\.json/i.test(schema.text);
}

/** The template that a document is, `null` for other documents. */
export function templateOf(document: Document): Template | null {
  const { file } = document;
  if (file.endsWith('.bicep')) return { file, statements: parseBicep(file, document.text) };
  if (document.shape !== 'data' || !isTemplate(document.roots[0])) return null;
  return { file, statements: statementsOf(document.roots[0]) };
}

/** The declarations of a template in JSON. */
function statementsOf(root: DataNode | undefined): readonly Statement[] {
  const base = { target: '', isExisting: false } as const;
  return [
    ...entries(at(root, 'parameters')).map(({ key, keyAt, value }): Statement => {
      const fallback = at(value, 'defaultValue');
      const given = fallback === undefined ? null : expressionOf(fallback, 0);
      return { kind: 'param', name: key, at: keyAt, value: given, ...base };
    }),
    ...entries(at(root, 'variables')).map(
      ({ key, keyAt, value }): Statement => ({
        kind: 'var',
        name: key,
        at: keyAt,
        value: expressionOf(value, 0),
        ...base,
      }),
    ),
    ...resourcesOf(at(root, 'resources'), 0),
  ];
}

/** Resources of a list, or by the symbols that newer templates give them. */
function resourcesOf(node: DataNode | undefined, depth: number): readonly Statement[] {
  if (depth > 5) return [];
  const symbols = node?.type === 'map' ? entries(node).map(({ value }) => value) : items(node);
  return symbols.slice(0, 2000).flatMap((resource, index): readonly Statement[] => {
    const type = at(resource, 'type');
    if (type?.type !== 'scalar') return [];
    const body = expressionOf(resource, 0);
    const existing = at(resource, 'existing');
    const inner = {
      ...body,
      ...(body.type === 'object'
        ? { nested: resourcesOf(at(resource, 'resources'), depth + 1) }
        : {}),
    };
    const condition = at(resource, 'condition');
    const copy = at(resource, 'copy', 'name');
    const made: Expression =
      condition === undefined
        ? inner
        : { type: 'if', condition: expressionOf(condition, 0), body: inner, at: resource.at };
    const name = copy?.type === 'scalar' ? copy.text : `${type.text}#${index}`;
    return [
      {
        kind: 'resource',
        name,
        at: type.at,
        target: type.text,
        isExisting: existing?.type === 'scalar' && existing.value === true,
        // How many a loop makes does not change what each of them is.
        value: made,
      },
    ];
  });
}

/** A value of a template in JSON: texts in brackets are expressions. */
function expressionOf(node: DataNode, depth: number): Expression {
  if (depth > MAX_DEPTH) return { type: 'unread', at: node.at };
  switch (node.type) {
    case 'scalar':
      return node.text.startsWith('[') && node.text.endsWith(']') && !node.text.startsWith('[[')
        ? parseTemplateExpression(node.text.slice(1, -1), node.at)
        : { type: 'literal', value: node.value, at: node.at };
    case 'list':
      return {
        type: 'array',
        items: node.items.map((item) => expressionOf(item, depth + 1)),
        at: node.at,
      };
    case 'map':
      return {
        type: 'object',
        nested: [],
        at: node.at,
        entries: entries(node).map(
          ({ key, keyAt, value }): ObjectEntry => ({
            key: { type: 'literal', value: key, at: keyAt },
            value: expressionOf(value, depth + 1),
          }),
        ),
      };
    case 'expr':
      return { type: 'unread', at: node.at };
  }
}
