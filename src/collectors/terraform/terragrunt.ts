import { isBlock } from '../../formats/hcl/labels.ts';
import type { DataDocument, DataEntry, DataNode } from '../../model/document.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { scalarNode } from '../../recognize/hcl/node-value.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import type { Block } from './block.ts';
import { localFolder, type ModuleCode } from './module-code.ts';
import type { Root } from './roots.ts';
import type { VariableFiles } from './variable-files.ts';

/** Type of the block that stands for a unit's use of its module: what Terragrunt runs is that module itself. */
export const UNIT = 'unit';

/** Attribute of that block that holds the unit's own inputs; those of included files follow, nearest first, as `inputs 1` and so on. */
export const OWN_INPUTS = 'inputs 0';

/** Whether a file is Terragrunt's. */
export function isTerragrunt(file: string): boolean {
  return /(?:^|\/)(?:terragrunt|root)\.hcl$/.test(file);
}

/**
 * Units of Terragrunt whose module lies in the tree or in a registry: each is a root whose one call hands over the unit's inputs and those of the
 * files it includes. What other units put out, and what the shell's variables hold, only a run tells.
 * @see https://terragrunt.gruntwork.io/docs/reference/config-blocks-and-attributes/ (read 2026-11-21)
 */
export function unitsOf(
  documents: readonly DataDocument[],
  modules: ReadonlyMap<string, ModuleCode>,
): readonly Root[] {
  const byFolder = new Map(documents.map((document) => [folderOf(document.file), document]));
  return documents.flatMap((document) => {
    const folder = folderOf(document.file);
    const written = sourceIn(document);
    if (written === null) return [];
    const source = sourceFor(written.source, folder, byFolder);
    if (source === null) return [];
    const included = ancestorsOf(folder).flatMap((above) => byFolder.get(above) ?? []);
    const call = callOf(document, written.entry, source, included);
    return [{ code: unitCode(folder, document, call), isLibrary: false, modules }];
  });
}

/** Folders of the modules that units use. */
export function unitModules(units: readonly Root[]): ReadonlySet<string> {
  const folders = units.flatMap(({ code }) =>
    [...code.modules.values()].flatMap((call) => {
      const source = call.attributes.get('source')?.value;
      return (source?.type === 'scalar' ? localFolder(source.text, code.folder) : null) ?? [];
    }),
  );
  return new Set(folders);
}

/** Values that lie beside a unit, and those above it that are called after its environment. */
export function unitValues(
  folder: string,
  values: ReadonlyMap<string, readonly DataDocument[]>,
): VariableFiles {
  const tier = tierOfPath(`${folder}/main.tf`);
  const above = ancestorsOf(folder).flatMap((around) => values.get(around) ?? []);
  const folders = new Set(folder.toLowerCase().split('/'));
  const fitting = above.filter(({ file }) => {
    const name = baseName(file).replace(/\.tfvars.*$/, '');
    const named = tierOf(name);
    if (named === null) return /^(?:terraform|common|shared)$/.test(name);
    // Several environments may be called development; there is one production.
    if (nameTokens(name).some((word) => folders.has(word))) return true;
    return named === tier && tier !== 'development';
  });
  return { always: [...fitting.reverse(), ...(values.get(folder) ?? [])], named: new Map() };
}

/** Nearest first, the root of the tree last. */
function ancestorsOf(folder: string): readonly string[] {
  const found: string[] = [];
  for (let around = folder; around !== ''; ) {
    around = folderOf(around);
    found.push(around);
  }
  return found;
}

interface WrittenSource {
  readonly entry: DataEntry;
  readonly source: DataNode;
}

function sourceIn(document: DataDocument): WrittenSource | null {
  for (const entry of entriesOf(document)) {
    if (entry.key !== 'terraform' || !isBlock(document.text, entry)) continue;
    const source =
      entry.value.type === 'map'
        ? entry.value.entries.find(({ key }) => key === 'source')
        : undefined;
    if (source !== undefined) return { entry, source: source.value };
  }
  return null;
}

function entriesOf(document: DataDocument): readonly DataEntry[] {
  return document.roots.flatMap((root) => (root.type === 'map' ? root.entries : []));
}

/** The module as a call would name it. Of several that an expression chooses from, the one that lies in the tree. */
function sourceFor(
  node: DataNode,
  folder: string,
  byFolder: ReadonlyMap<string, DataDocument>,
): string | null {
  if (node.type === 'scalar') {
    return node.text.startsWith('.')
      ? node.text.replace(/\/\/+/g, '/')
      : registryAddress(node.text);
  }
  if (node.type !== 'expr' || node.text.length > 2_000) return null;
  const local = /"(\.{1,2}\/[^"$\s]{1,300})"/.exec(node.text)?.[1];
  if (local !== undefined) return local.replace(/\/\/+/g, '/');
  const built = /\$\{([a-z_]{1,60})\([^)"]{0,60}\)\}\/{1,2}([^"$\s]{1,300})/.exec(node.text);
  if (built === null) return null;
  const [, name = '', path = ''] = built;
  const base = baseOf(name, folder, byFolder);
  const target = base === null ? null : pathFrom(base, path.replace(/\?.*$/, ''));
  return target === null ? null : relative(folder, target);
}

function baseOf(
  name: string,
  folder: string,
  byFolder: ReadonlyMap<string, DataDocument>,
): string | null {
  if (name === 'get_repo_root' || name === 'get_path_to_repo_root') return '';
  if (name === 'get_terragrunt_dir') return folder;
  if (name !== 'get_parent_terragrunt_dir') return null;
  return ancestorsOf(folder).find((above) => byFolder.has(above)) ?? null;
}

/** `tfr:///terraform-aws-modules/rds/aws?version=6.1.0` as a call writes it. */
function registryAddress(source: string): string {
  return source.replace(/^tfr:\/\/(?:registry\.[a-z.]{1,40})?\//, '').replace(/\?version=.*$/, '');
}

/** The way from a folder to another, as a local source is written. */
function relative(from: string, to: string): string {
  const up = from === '' ? [] : from.split('/').map(() => '..');
  return ['.', ...up, to].join('/');
}

function callOf(
  document: DataDocument,
  entry: DataEntry,
  source: string,
  included: readonly DataDocument[],
): Block {
  const attributes = new Map<string, DataEntry>();
  attributes.set('source', { ...entry, labels: [], value: scalarNode(source, entry.keyAt) });
  // The nearest counts first.
  for (const [index, one] of [document, ...included].entries()) {
    const inputs = entriesOf(one).find(({ key }) => key === 'inputs');
    if (inputs !== undefined) attributes.set(`inputs ${index}`, inputs);
  }
  return { type: UNIT, labels: [UNIT], at: entry.keyAt, attributes, blocks: [] };
}

function unitCode(folder: string, document: DataDocument, call: Block): ModuleCode {
  const locals = entriesOf(document).find(({ key }) => key === 'locals')?.value;
  return {
    folder,
    variables: new Map(),
    locals: new Map(
      locals?.type === 'map' ? locals.entries.map((entry) => [entry.key, entry]) : [],
    ),
    outputs: new Map(),
    modules: new Map([[UNIT, call]]),
    resources: new Map(),
    providers: new Map(),
    settings: [],
  };
}
