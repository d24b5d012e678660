import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** One object of a cluster, as one overlay makes it. */
export interface KubeObject {
  /** `postgresql.cnpg.io` of `postgresql.cnpg.io/v1`; `''` for the core. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Every name it has had on its way through the overlays: kustomize changes references together with names. */
  readonly names: readonly string[];
  /** `null` where whoever applies it chooses. */
  readonly namespace: string | null;
  /** With all patches in it. */
  readonly node: DataNode;
  readonly at: SourceRange;
  readonly document: DataDocument;
  /** Folders of the kustomizations that lead to it, the outermost first. */
  readonly trail: readonly string[];
}

/** Objects of one file that are looked at, and of one overlay. */
export const maxObjects = 5000;

/** The objects that a file declares; lists of objects are taken apart. */
export function objectsOf(document: DataDocument): readonly KubeObject[] {
  return document.roots
    .slice(0, maxObjects)
    .flatMap((root) => listed(root) ?? [root])
    .flatMap((root) => objectOf(root, document) ?? []);
}

/** What a list holds, and what a template of OpenShift makes; `null` for any other object. */
function listed(root: DataNode): readonly DataNode[] | null {
  const kind = text(root, 'kind');
  if (kind !== 'List' && kind !== 'Template') return null;
  const found = at(root, kind === 'List' ? 'items' : 'objects');
  return found?.type === 'list' ? found.items.slice(0, maxObjects) : [];
}

/** The object that a map is, `null` for anything else. */
export function objectOf(root: DataNode, document: DataDocument): KubeObject | null {
  const kind = text(root, 'kind');
  const version = text(root, 'apiVersion');
  const name = text(root, 'metadata', 'name') ?? text(root, 'metadata', 'generateName');
  if (kind === null || version === null || name === null) return null;
  return {
    group: version.includes('/') ? (version.split('/')[0] ?? '') : '',
    kind,
    name,
    names: [name],
    namespace: text(root, 'metadata', 'namespace'),
    node: root,
    at: at(root, 'metadata', 'name')?.at ?? entries(root)[0]?.keyAt ?? root.at,
    document,
    trail: [],
  };
}

/**
 * Text at a path, `null` where there is none. An expression of a template is told by what is written there, blanks aside: the same expression is the
 * same text within one chart, whatever it comes to.
 */
export function text(node: DataNode | undefined, ...path: readonly string[]): string | null {
  const found = path.length === 0 ? node : at(node, ...path);
  if (found?.type === 'expr') return expressionText(found.text);
  return found?.type === 'scalar' && found.value !== null && found.text !== '' ? found.text : null;
}

/** `{{ include "shop.fullname" . }}-db` as `shop.fullname-db`. */
function expressionText(expression: string): string {
  return expression
    .replace(/\{\{-?\s*|\s*-?\}\}|["']/g, '')
    .replace(/\b(?:include|template)\s+([\w.-]+)\s+[.$]/g, '$1')
    .trim();
}

/** Text at a path that no template and no substitution can change; `null` for any other. */
export function literal(node: DataNode | undefined, ...path: readonly string[]): string | null {
  const found = path.length === 0 ? node : at(node, ...path);
  if (found?.type !== 'scalar' || found.value === null || found.text === '') return null;
  return /\$[({]|\{\{|<[\w -]+>/.test(found.text) ? null : found.text;
}

/** Whether a switch is written and on. */
export function isOn(node: DataNode | undefined, ...path: readonly string[]): boolean {
  return text(at(node, ...path)) === 'true';
}
