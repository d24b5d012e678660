import { baseName, type FilePath, folderOf } from '../../model/source.ts';

/** Whether the file holds the variables of a project instead of its services. */
export function isEnvFile(file: string): boolean {
  return baseName(file) === '.env';
}

/**
 * One unit for the tree, because `include` and `extends` lead from any folder to any other: the compose files, and the env files that lie beside
 * one of them.
 */
export function wholeTree(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const compose = files.filter((file) => !isEnvFile(file));
  if (compose.length === 0) return [];
  const folders = new Set(compose.map(folderOf));
  return [[...compose, ...files.filter((file) => isEnvFile(file) && folders.has(folderOf(file)))]];
}
