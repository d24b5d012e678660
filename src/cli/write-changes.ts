import { lstatSync, mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FileChange } from '../engine/harden.ts';
import { UsageError } from '../model/errors.ts';

/**
 * Writes changed files below a folder, each in one step. Refuses, before anything is written, a file that is a link or whose folder leads out of the tree.
 * @throws UsageError when one of them must not be written.
 */
export function writeChanges(root: string, changes: readonly FileChange[]): void {
  for (const { file } of changes) {
    const problem = problemOf(root, file);
    if (problem !== null) {
      throw new UsageError(`${file} was not written: ${problem}.`, 'Change that file by hand.');
    }
  }
  for (const { file, after } of changes) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    const fresh = `${path}.riskscan-new`;
    writeFileSync(fresh, after, { flag: 'wx' });
    renameSync(fresh, path);
  }
}

function problemOf(root: string, file: string): string | null {
  const path = join(root, file);
  try {
    if (lstatSync(path).isSymbolicLink()) return 'it is a link';
  } catch {
    // A new file; its folder is judged below.
  }
  for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
    try {
      const real = realpathSync(folder);
      if (real !== root && !real.startsWith(root + sep)) return 'its folder leads out of the tree';
      return null;
    } catch {
      // Not made yet: the folder above it decides.
    }
  }
  return null;
}
