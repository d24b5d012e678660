import { at, type DataNode, entry, items } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/** A resource as a state or a plan in JSON has it: every attribute with its value. */
export interface KeptResource {
  readonly type: string;
  readonly name: string;
  /** `module.db.aws_db_instance.main[0]`. */
  readonly address: string;
  /** Terraform makes it; false: it was only looked up. */
  readonly isManaged: boolean;
  readonly attributes: DataNode;
  /** Which of several configurations of its provider made it, `backup`; `null` where that is the provider's only one, or is not said. */
  readonly configuration: string | null;
  /** Where its type stands. */
  readonly at: SourceRange;
}

const MAX_RESOURCES = 5_000;
const MAX_MODULES = 500;

/**
 * The resources of a state file, or of what `terraform show -json` says of a state or a plan.
 * @see https://developer.hashicorp.com/terraform/internals/json-format (read 2026-11-21)
 */
export function keptResources(root: DataNode | undefined): readonly KeptResource[] {
  const shown = at(root, 'planned_values', 'root_module') ?? at(root, 'values', 'root_module');
  const found = shown === undefined ? inState(root) : inModules(shown);
  return found.slice(0, MAX_RESOURCES);
}

function inState(root: DataNode | undefined): readonly KeptResource[] {
  return items(at(root, 'resources'))
    .slice(0, MAX_RESOURCES)
    .flatMap((resource) => {
      const around = textOf(at(resource, 'module'));
      return items(at(resource, 'instances')).flatMap((instance) => {
        const key = at(instance, 'index_key');
        const suffix = key?.type === 'scalar' ? `[${JSON.stringify(key.value)}]` : '';
        return kept(resource, at(instance, 'attributes'), around, suffix);
      });
    });
}

function inModules(root: DataNode): readonly KeptResource[] {
  const found: KeptResource[] = [];
  const pending: DataNode[] = [root];
  for (let count = 0; count < MAX_MODULES; count += 1) {
    const module = pending.shift();
    if (module === undefined) break;
    pending.push(...items(at(module, 'child_modules')));
    for (const resource of items(at(module, 'resources')))
      found.push(...kept(resource, at(resource, 'values'), null, ''));
  }
  return found;
}

function kept(
  resource: DataNode,
  attributes: DataNode | undefined,
  module: string | null,
  suffix: string,
): readonly KeptResource[] {
  const typed = entry(resource, 'type');
  const [type, name] = [textOf(typed?.value), textOf(at(resource, 'name'))];
  if (typed === undefined || type === null || name === null || attributes === undefined) return [];
  const own = `${type}.${name}${suffix}`;
  return [
    {
      type,
      name,
      address: textOf(at(resource, 'address')) ?? (module === null ? own : `${module}.${own}`),
      isManaged: textOf(at(resource, 'mode')) !== 'data',
      attributes,
      configuration: configurationIn(textOf(at(resource, 'provider')) ?? ''),
      at: { ...typed.keyAt, end: typed.value.at.end },
    },
  ];
}

/** `backup` of `provider["registry.terraform.io/hashicorp/aws"].backup`, or of `provider.aws.backup` in old states. */
function configurationIn(provider: string): string | null {
  const rest = provider.replace(/^provider(?:\["[^"]{0,200}"\]|\.[\w-]{1,80})\.?/, '');
  return rest === '' ? null : rest;
}

function textOf(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && node.value !== null ? node.text : null;
}
