import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { isForeign } from '../../recognize/program/program-files.ts';

/** Whether a file describes an app of SST. */
function isApp(file: string): boolean {
  return baseName(file as FilePath) === 'sst.config.ts';
}

/** One unit for each folder with an `sst.config.ts`: the scripts below it that no deeper one claims, the app's own first. */
export function byApp(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const apps = new Map<string, FilePath[]>();
  for (const file of files) if (isApp(file) && !isForeign(file)) apps.set(folderOf(file), [file]);
  for (const file of files) {
    if (isApp(file) || isForeign(file)) continue;
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      const app = apps.get(folder);
      if (app !== undefined) app.push(file);
      if (app !== undefined || folder === '') break;
    }
  }
  return [...apps.values()];
}
