import type { FilePath } from '../../model/source.ts';

/** One unit for the tree: overlays lead from any folder to any other, and a claim, its class and what mounts it are written anywhere. */
export function wholeTree(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return files.length === 0 ? [] : [files];
}
