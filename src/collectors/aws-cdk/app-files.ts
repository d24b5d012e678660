import { at, type DataNode, type Document } from '../../model/document.ts';
import { baseName, type FilePath, folderOf } from '../../model/source.ts';
import { type FolderProgram, programIn } from '../../recognize/program/program-files.ts';

/** The files of one application. */
export interface AppFiles extends FolderProgram {
  readonly folder: string;
  /** The application's settings. */
  readonly settings: DataNode | undefined;
  readonly marker: FilePath;
  readonly scripts: readonly FilePath[];
  readonly textOf: (file: FilePath) => string;
  /** What `cdk.json` says is run; `null` where that names no file of the application. */
  readonly entry: FilePath | null;
}

export function appFiles(documents: readonly Document[]): AppFiles | null {
  const marker = documents.find(({ file }) => baseName(file) === 'cdk.json');
  if (marker?.shape !== 'data') return null;
  const texts = new Map(
    documents.flatMap(({ file, shape, text }) => (shape === 'text' ? [[file, text] as const] : [])),
  );
  const folder = folderOf(marker.file);
  const [settings] = marker.roots;
  const program = programIn(folder, documents);
  return {
    ...program,
    folder,
    settings,
    marker: marker.file,
    scripts: [...texts.keys()],
    textOf: (file) => texts.get(file) ?? '',
    entry: entryOf(program, settings),
    resolve: (from, specifier) =>
      specifier.startsWith('.')
        ? program.resolve(from, specifier)
        : resolveAlias(program, specifier),
  };
}

/** `npx ts-node --prefer-ts-exts bin/app.ts`, or the compiled `node dist/bin/app.js`. */
function entryOf({ find }: FolderProgram, settings: DataNode | undefined): FilePath | null {
  const app = at(settings, 'app');
  if (app?.type !== 'scalar') return null;
  for (const word of app.text.split(/\s+/).reverse()) {
    if (!/\.[mc]?[jt]s$/.test(word)) continue;
    const path = word.replace(/^\.\//, '');
    for (const candidate of [path, path.replace(/^(?:dist|build|lib\/js|out)\//, '')]) {
      const file = find(candidate);
      if (file !== null) return file;
    }
  }
  return null;
}

/** A path below the folder or its `src`, as the compiler's base folder and aliases make them. */
function resolveAlias({ find }: FolderProgram, specifier: string): FilePath | null {
  if (/^(?:aws-cdk-lib|@aws-cdk\/|constructs|node:)/.test(specifier)) return null;
  const bare = specifier.replace(/^[@~]?\//, '');
  return find(bare) ?? find(`src/${bare}`);
}
