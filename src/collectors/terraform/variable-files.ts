import type { DataDocument } from '../../model/document.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
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

/** The values of each root, by its folder. */
export function assignVariableFiles(
  documents: readonly DataDocument[],
  modules: ReadonlyMap<string, ModuleCode>,
): ReadonlyMap<string, VariableFiles> {
  const assigned = new Map<
    string,
    { always: DataDocument[]; named: Map<string, DataDocument[]> }
  >();
  for (const document of documents) {
    const folder = folderOf(document.file);
    // `backend.tfvars` configures where the state is kept.
    if (isTemplateFile(document.file) || /backend/i.test(baseName(document.file))) continue;
    for (const root of rootsFor(document, folder, modules)) {
      const files = assigned.get(root) ?? { always: [], named: new Map<string, DataDocument[]>() };
      assigned.set(root, files);
      const name = stageName(document.file, root);
      if (name === null) files.always.push(document);
      else files.named.set(name, [...(files.named.get(name) ?? []), document]);
    }
  }
  return assigned;
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
  const stem = baseName(file).replace(/\.(?:tfvars|tofuvars)(?:\.json)?$/, '');
  if (isBeside && (stem === 'terraform' || stem.endsWith('.auto'))) return null;
  const words = nameTokens(stem).filter((word) => !GENERIC.has(word));
  if (words.some((word) => SHARED.has(word))) return null;
  if (words.length > 0) return words.join('-');
  return isBeside ? null : baseName(folderOf(file));
}
