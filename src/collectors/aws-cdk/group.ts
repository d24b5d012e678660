import { baseName, type FilePath, folderOf } from '../../model/source.ts';

/** Files of other people, of tests, and of tools. */
const foreign =
  /(?:^|\/)(?:node_modules|cdk\.out|dist|build|test|tests|__tests__|\.aws-sam)\/|\.d\.ts$|\.(?:test|spec)\.m?ts$/;

/** One unit for each folder with a `cdk.json`: the files below it that no deeper one claims, the marker first. */
export function byApp(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const markers = files.filter((file) => baseName(file) === 'cdk.json' && !foreign.test(file));
  const apps = new Map(markers.map((file) => [folderOf(file), [file]]));
  for (const file of files) {
    if (baseName(file) === 'cdk.json' || foreign.test(file)) continue;
    appOf(file, apps)?.push(file);
  }
  return [...apps.values()];
}

function appOf(file: FilePath, apps: ReadonlyMap<string, FilePath[]>): FilePath[] | undefined {
  let folder = folderOf(file);
  for (;;) {
    const app = apps.get(folder);
    if (app !== undefined || folder === '') return app;
    folder = folderOf(folder);
  }
}
