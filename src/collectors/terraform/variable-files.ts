import type { DataDocument } from '../../model/document.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { tierOf } from '../../recognize/tier.ts';
import type { ModuleCode } from './module-code.ts';

/** Files that give values to the variables of one root. */
export interface VariableFiles {
  /** Read whenever Terraform is run there, in order. */
  readonly always: readonly DataDocument[];
  /** Read where they are named, by what their name tells them apart. */
  readonly named: ReadonlyMap<string, readonly DataDocument[]>;
}

/** Words of a file's name that tell nothing apart. */
const GENERIC = new Set(
  'terraform tfvars vars variables values config secret secrets auto local inputs tf'.split(' '),
);
/** Words of files that every environment reads. */
const SHARED = new Set(['common', 'shared', 'global', 'globals', 'default', 'base', 'all']);

/** Files of one root while they are being found. */
interface Found {
  readonly always: DataDocument[];
  readonly named: Map<string, DataDocument[]>;
}

/** The values of each root, by its folder. */
export function assignVariableFiles(
  documents: readonly DataDocument[],
  modules: ReadonlyMap<string, ModuleCode>,
): ReadonlyMap<string, VariableFiles> {
  const assigned = new Map<string, Found>();
  // `backend.tfvars` configures where the state is kept.
  const values = documents.filter(
    ({ file }) => !isTemplateFile(file) && !/backend/i.test(baseName(file)),
  );
  const taken = assignByRootName(values, modules, assigned);
  for (const document of values) {
    if (taken.has(document)) continue;
    for (const root of rootsFor(document, folderOf(document.file), modules))
      add(assigned, root, stageName(document.file, root), document);
  }
  return assigned;
}

function add(
  assigned: Map<string, Found>,
  root: string,
  stage: string | null,
  document: DataDocument,
): void {
  const files = assigned.get(root) ?? { always: [], named: new Map<string, DataDocument[]>() };
  assigned.set(root, files);
  if (stage === null) files.always.push(document);
  else files.named.set(stage, [...(files.named.get(stage) ?? []), document]);
}

/**
 * Files in folders of environments that are called after the root they are for: `variables/production/database.tfvars` for `deployments/database`.
 * What such a folder has for all of them, `common.tfvars`, is read before each.
 */
function assignByRootName(
  values: readonly DataDocument[],
  modules: ReadonlyMap<string, ModuleCode>,
  assigned: Map<string, Found>,
): ReadonlySet<DataDocument> {
  const taken = new Set<DataDocument>();
  const roots = [...modules.values()].filter((code) => code.folder !== '' && makesSomething(code));
  const folders = byFolder(values);
  // One folder that names an environment shows that those beside it do.
  const around = new Set(
    [...folders.keys()].filter((folder) => tierOf(baseName(folder)) !== null).map(folderOf),
  );
  for (const [folder, inside] of folders) {
    if (!around.has(folderOf(folder)) || roots.some((code) => code.folder === folder)) continue;
    const stage = baseName(folder);
    const shared = inside.filter(({ file }) => wordsOf(file).some((word) => SHARED.has(word)));
    for (const document of inside) {
      const named = nearest(
        folder,
        roots.filter(
          (code) =>
            baseName(code.folder) === stemOf(document.file) && knowsMost(code, namesIn(document)),
        ),
      );
      if (named === undefined) continue;
      for (const file of [...shared, document]) {
        add(assigned, named.folder, stage, file);
        taken.add(file);
      }
    }
  }
  return taken;
}

function byFolder(documents: readonly DataDocument[]): ReadonlyMap<string, DataDocument[]> {
  const found = new Map<string, DataDocument[]>();
  for (const document of documents) {
    const folder = folderOf(document.file);
    const list = found.get(folder);
    if (list === undefined) found.set(folder, [document]);
    else list.push(document);
  }
  return found;
}

/** The one that shares most of its path with a folder; `undefined` where two are as near. */
function nearest(folder: string, roots: readonly ModuleCode[]): ModuleCode | undefined {
  const parts = folder.split('/');
  const shared = (code: ModuleCode): number => {
    const others = code.folder.split('/');
    const apart = parts.findIndex((part, index) => part !== others[index]);
    return apart === -1 ? parts.length : apart;
  };
  const [first, second] = [...roots].sort((one, other) => shared(other) - shared(one));
  return first === undefined || (second !== undefined && shared(second) === shared(first))
    ? undefined
    : first;
}

/** Whether there is more in a folder than variables that others read. */
function makesSomething({ resources, modules, settings, providers }: ModuleCode): boolean {
  return resources.size > 0 || modules.size > 0 || settings.length > 0 || providers.size > 0;
}

/** The nearest folder with code around a file; for a folder of values beside the code, the folders beside it that know most of its names. */
function rootsFor(
  document: DataDocument,
  folder: string,
  modules: ReadonlyMap<string, ModuleCode>,
): readonly string[] {
  for (let around = folder; ; around = folderOf(around)) {
    if (modules.has(around)) return [around];
    if (around === '') break;
  }
  const parent = folderOf(folder);
  const names = namesIn(document);
  return [...modules.values()]
    .filter(
      (code) => code.folder !== '' && folderOf(code.folder) === parent && knowsMost(code, names),
    )
    .map((code) => code.folder);
}

function namesIn(document: DataDocument): readonly string[] {
  return document.roots.flatMap((root) =>
    root.type === 'map' ? root.entries.map((entry) => entry.key) : [],
  );
}

function knowsMost(code: ModuleCode, names: readonly string[]): boolean {
  return (
    names.length > 0 && names.filter((name) => code.variables.has(name)).length * 2 > names.length
  );
}

/** What tells this file's environment apart, `null` for a file that always counts. */
function stageName(file: string, root: string): string | null {
  const isBeside = folderOf(file) === root;
  const stem = stemOf(file);
  if (isBeside && (stem === 'terraform' || stem.endsWith('.auto'))) return null;
  const words = wordsOf(file);
  if (words.some((word) => SHARED.has(word))) return null;
  if (words.length > 0) return words.join('-');
  return isBeside ? null : baseName(folderOf(file));
}

/** Name of a file of values without its ending. */
function stemOf(file: string): string {
  return baseName(file).replace(/\.(?:tfvars|tofuvars)(?:\.json)?$/, '');
}

/** The words of a file's name that tell something. */
function wordsOf(file: string): readonly string[] {
  return nameTokens(stemOf(file)).filter((word) => !GENERIC.has(word));
}
