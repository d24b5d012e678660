import { folderOf } from '../../model/source.ts';

/** Files of one folder together, in the order of the first of each. */
export function sameFolder<F extends string>(files: readonly F[]): readonly (readonly F[])[] {
  const folders = new Map<string, F[]>();
  for (const file of files) {
    const list = folders.get(folderOf(file));
    if (list === undefined) folders.set(folderOf(file), [file]);
    else list.push(file);
  }
  return [...folders.values()];
}
