import type { DataDocument, DataEntry } from '../../model/document.ts';
import { folderOf } from '../../model/source.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { type Block, blocksOf } from './block.ts';
import { isOverride, overriddenBy } from './override.ts';

/** The files of one folder, which Terraform reads as one module. */
export interface ModuleCode {
  /** `''` for the root of the tree. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, DataEntry>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly modules: ReadonlyMap<string, Block>;
  /** Resources and data sources by address: `aws_db_instance.main`, `data.aws_region.here`. */
  readonly resources: ReadonlyMap<string, Block>;
  /** By name as references write it: `aws`, `aws.backup`. */
  readonly providers: ReadonlyMap<string, Block>;
  /** `terraform` blocks. */
  readonly settings: readonly Block[];
}

/** The modules of a tree by their folders. */
export function modulesOf(documents: readonly DataDocument[]): ReadonlyMap<string, ModuleCode> {
  const byFolder = new Map<string, DataDocument[]>();
  for (const document of documents) {
    const folder = folderOf(document.file);
    const list = byFolder.get(folder);
    if (list === undefined) byFolder.set(folder, [document]);
    else list.push(document);
  }
  return new Map([...byFolder].map(([folder, inside]) => [folder, moduleCode(folder, inside)]));
}

function moduleCode(folder: string, documents: readonly DataDocument[]): ModuleCode {
  const variables = new Map<string, Block>();
  const locals = new Map<string, DataEntry>();
  const outputs = new Map<string, Block>();
  const modules = new Map<string, Block>();
  const resources = new Map<string, Block>();
  const providers = new Map<string, Block>();
  const settings: Block[] = [];
  for (const block of blocksIn(documents)) {
    const [first = '', second = ''] = block.labels;
    if (block.type === 'variable') variables.set(first, block);
    else if (block.type === 'output') outputs.set(first, block);
    else if (block.type === 'module') modules.set(first, block);
    else if (block.type === 'terraform') settings.push(block);
    else if (block.type === 'provider') providers.set(providerName(first, block), block);
    else if (block.type === 'locals') {
      for (const [name, entry] of block.attributes) locals.set(name, entry);
    } else if (block.type === 'resource' && second !== '') {
      resources.set(`${first}.${second}`, block);
    } else if (block.type === 'data' && second !== '') {
      resources.set(`data.${first}.${second}`, block);
    }
  }
  return { folder, variables, locals, outputs, modules, resources, providers, settings };
}

/** The blocks of a module. Files of overrides are read after all others, in the order of their names. */
function blocksIn(documents: readonly DataDocument[]): readonly Block[] {
  const [plain, overrides] = [false, true].map((wanted) =>
    documents.filter(({ file }) => isOverride(file) === wanted),
  );
  let blocks: readonly Block[] = (plain ?? []).flatMap(blocksOf);
  for (const document of overrides ?? []) blocks = overriddenBy(blocks, blocksOf(document));
  return blocks;
}

function providerName(label: string, block: Block): string {
  const alias = block.attributes.get('alias')?.value;
  return alias?.type === 'scalar' ? `${label}.${alias.text}` : label;
}

/** The source of a module call as it is written, `null` where it is computed. */
export function sourceOf(call: Block): string | null {
  const source = call.attributes.get('source')?.value;
  return source?.type === 'scalar' ? source.text : null;
}

/** The folder that a local source means, `null` for one elsewhere or above the tree. */
export function localFolder(source: string, from: string): string | null {
  if (!/^\.\.?(?:\/|$)/.test(source)) return null;
  return pathFrom(from, source);
}
