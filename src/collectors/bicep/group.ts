import type { FilePath } from '../../model/source.ts';

const foreign = /(?:^|\/)(?:node_modules|\.azure|tests?)\//;

/** One unit for the tree, because modules are called from any folder to any other. */
export function wholeTree(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const own = files.filter((file) => !foreign.test(file));
  return own.length === 0 ? [] : [own];
}
