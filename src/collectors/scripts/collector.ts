import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { lossHints } from './loss-hints.ts';

const extensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];

/**
 * JavaScript and TypeScript that calls provider APIs or loses the data of its own database, one unit for each package. The empty hint lists say: only
 * files in which the prefilter found a word that some provider pack knows (an API host, an operation, a credential name).
 */
export const collector: Collector = {
  id: 'scripts',
  emits: ['Backup', 'DestructiveCommand', 'Credential', 'Guard', 'Relation'],
  files: [
    { glob: '**/package.json', format: 'json', hints: ['"scripts"', 'ependencies"'] },
    ...extensions.flatMap((extension) => [
      { glob: `**/*.${extension}`, format: 'script', hints: [] },
      { glob: `**/*.${extension}`, format: 'script', hints: lossHints },
    ]),
  ],
  group: byPackage,
  load: () => import('./collect.ts'),
};

/** The modules of a package together with its `package.json`, which comes first; modules outside any package stand alone. */
function byPackage(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const units = new Map<string, FilePath[]>();
  for (const file of files) {
    if (baseName(file) === 'package.json') units.set(folderOf(file), [file]);
  }
  const alone: FilePath[][] = [];
  for (const file of files) {
    if (baseName(file) === 'package.json') continue;
    const unit = packageAround(folderOf(file), units);
    if (unit === undefined) alone.push([file]);
    else unit.push(file);
  }
  return [...units.values()].filter((unit) => unit.length > 1).concat(alone);
}

function packageAround(
  folder: string,
  units: ReadonlyMap<string, FilePath[]>,
): FilePath[] | undefined {
  for (let around = folder; ; around = folderOf(around)) {
    const unit = units.get(around);
    if (unit !== undefined || around === '') return unit;
  }
}
