import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  type MapNode,
  type ScalarNode,
} from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { byDefault, type Value, written } from '../../model/value.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { settingName } from '../../recognize/resource/setting-name.ts';
import { emptyMap } from '../../recognize/resource/template-settings.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { stackOfFile } from './group.ts';

/** Stacks of one project that are told apart. */
const MAX_STACKS = 12;
const stateDocs = 'https://www.pulumi.com/docs/iac/concepts/state-and-backends/';

/** A project, as its `Pulumi.yaml` describes it. */
export interface Project {
  readonly document: DataDocument;
  readonly root: MapNode;
  readonly folder: string;
  readonly name: string;
  readonly state: Value<'local' | 'remote'>;
}

/** One stack of a project and the values it is made from. */
export interface StackPlan {
  /** `null`: no file names one. */
  readonly name: string | null;
  readonly document: DataDocument | null;
  readonly tier: Tier;
  /** By namespace and name: `aws:region`, `shop:isProduction`. `null`: it is not known whether a value is given. */
  readonly config: (key: string) => DataNode | null | undefined;
  /** Everything that the stack says for a provider, by Terraform's names. */
  readonly provider: (namespace: string) => MapNode | undefined;
}

export function projectOf(documents: readonly Document[]): Project | null {
  const [document] = documents;
  if (document?.shape !== 'data') return null;
  const [root] = document.roots;
  if (root?.type !== 'map') return null;
  const folder = folderOf(document.file);
  const name = scalar(at(root, 'name'))?.text ?? (folder === '' ? 'project' : folder);
  const backend = scalar(at(root, 'backend', 'url'));
  const where = at(root, 'name')?.at ?? { file: document.file, start: 0, end: 0 };
  const state: Project['state'] =
    backend === undefined
      ? byDefault('remote', where, stateDocs)
      : written(backend.text.startsWith('file:') ? 'local' : 'remote', backend.at);
  return { document, root, folder, name, state };
}

/** The stacks that files name, else one that nothing is known of. */
export function stacksOf(project: Project, documents: readonly Document[]): readonly StackPlan[] {
  const files = documents.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && stackOfFile(document.file) !== null,
  );
  if (files.length === 0) return [stackPlan(project, null, null)];
  return files
    .slice(0, MAX_STACKS)
    .map((document) => stackPlan(project, stackOfFile(document.file), document));
}

function stackPlan(
  project: Project,
  name: string | null,
  document: DataDocument | null,
): StackPlan {
  const own = at(document?.roots[0], 'config');
  const shared = at(project.root, 'config') ?? at(project.root, 'configuration');
  const values = new Map<string, DataNode>();
  for (const { key, value } of entries(shared)) {
    const fallback = defaultOf(value);
    if (fallback !== undefined)
      values.set(key.includes(':') ? key : `${project.name}:${key}`, fallback);
  }
  for (const { key, value } of entries(own))
    values.set(key.includes(':') ? key : `${project.name}:${key}`, value);
  // Values may also come from an environment of the service, which no file holds.
  const isOpen = document === null || at(document.roots[0], 'environment') !== undefined;
  return {
    name,
    document,
    tier: tierOfStack(project, name, values),
    config: (key) => values.get(key) ?? (isOpen ? null : undefined),
    provider: (namespace) => providerSettings(values, namespace),
  };
}

/** `{ type: string, default: 3 }`, `{ value: 3 }` or the value itself; `undefined` where only its type is said. */
function defaultOf(node: DataNode): DataNode | undefined {
  if (node.type !== 'map') return node;
  const isDeclaration = ['type', 'default', 'value', 'secret', 'description'].some(
    (name) => at(node, name) !== undefined,
  );
  return isDeclaration ? (at(node, 'value') ?? at(node, 'default')) : node;
}

function providerSettings(
  values: ReadonlyMap<string, DataNode>,
  namespace: string,
): MapNode | undefined {
  const found = [...values].flatMap(([key, value]) =>
    key.startsWith(`${namespace}:`)
      ? [{ key: settingName(key.slice(namespace.length + 1)), keyAt: value.at, labels: [], value }]
      : [],
  );
  const [first] = found;
  return first === undefined ? undefined : { ...emptyMap(first.value.at), entries: found };
}

/** Values in which people write what the stack is for. */
const stageNames = new Set(['env', 'environment', 'stage', 'tier']);

function tierOfStack(
  project: Project,
  name: string | null,
  values: ReadonlyMap<string, DataNode>,
): Tier {
  const named = name === null ? null : tierOf(name);
  if (named !== null) return named;
  for (const [key, value] of values) {
    const tokens = nameTokens(key.slice(key.lastIndexOf(':') + 1));
    if (value.type !== 'scalar' || !stageNames.has(tokens[0] ?? '')) continue;
    const tier = tierOf(value.text);
    if (tier !== null) return tier;
  }
  return (
    (project.folder === ''
      ? null
      : tierOfPath(`${project.folder}/${baseName(project.document.file)}`)) ?? 'unknown'
  );
}

function scalar(node: DataNode | undefined): ScalarNode | undefined {
  return node?.type === 'scalar' ? node : undefined;
}
