import { at, type DataNode, items } from '../../model/document.ts';
import type { Unit } from '../../model/plugin.ts';
import { type FilePath, folderOf, type SourceRange } from '../../model/source.ts';

/** A role, or a binding of one, as a manifest declares it. */
export interface RbacObject {
  readonly kind: 'ClusterRole' | 'Role' | 'ClusterRoleBinding' | 'RoleBinding';
  readonly name: string;
  readonly namespace: string | null;
  readonly node: DataNode;
  readonly at: SourceRange;
  readonly file: FilePath;
}

const kinds: readonly RbacObject['kind'][] = [
  'ClusterRole',
  'Role',
  'ClusterRoleBinding',
  'RoleBinding',
];

/** Roles and bindings of all files, items of lists included. */
export function rbacObjects(unit: Unit): readonly RbacObject[] {
  return unit.documents.flatMap((document) =>
    document.shape !== 'data'
      ? []
      : document.roots
          .flatMap((root) => (nameAt(root, 'kind') === 'List' ? items(at(root, 'items')) : [root]))
          .flatMap((node) => objectOf(node, document.file)),
  );
}

function objectOf(node: DataNode, file: FilePath): readonly RbacObject[] {
  const kind = kinds.find((one) => one === nameAt(node, 'kind'));
  const name = nameAt(node, 'metadata', 'name');
  if (kind === undefined || name === null) return [];
  const version = nameAt(node, 'apiVersion');
  // Other systems have roles by the same names.
  if (version?.includes('rbac.authorization') !== true) return [];
  const place = at(node, 'metadata', 'name')?.at ?? node.at;
  return [{ kind, name, namespace: nameAt(node, 'metadata', 'namespace'), node, at: place, file }];
}

/** A name as it is written; one that a template computes is the text of its expression, which equals itself. */
export function nameAt(node: DataNode | undefined, ...path: readonly string[]): string | null {
  const found = at(node, ...path);
  if (found?.type === 'scalar') return found.value === null ? null : found.text;
  return found?.type === 'expr' ? found.text : null;
}

/** The role that a binding names: of the same file, else of the nearest folder, else the only one of that name. */
export function roleOf(
  binding: RbacObject,
  objects: readonly RbacObject[],
): RbacObject | undefined {
  const kind = nameAt(binding.node, 'roleRef', 'kind');
  const name = nameAt(binding.node, 'roleRef', 'name');
  const named = objects.filter((one) => one.kind === kind && one.name === name);
  return (
    named.find(({ file }) => file === binding.file) ??
    named.find(({ file }) => folderOf(file) === folderOf(binding.file)) ??
    (named.length === 1 ? named[0] : undefined)
  );
}
