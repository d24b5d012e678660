import { parse } from '../../formats/script/parse.ts';
import { at, type DataNode, type Document, type ScriptDocument } from '../../model/document.ts';
import { baseName, type FilePath, filePath, folderOf } from '../../model/source.ts';
import type { ProgramFiles } from '../../recognize/program/program.ts';

/** Most files of one application that are parsed. */
const MAX_PARSED = 500;

/** The files of one application. */
export interface AppFiles extends ProgramFiles {
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
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const parsed = new Map<FilePath, ScriptDocument | null>();
  const folder = folderOf(marker.file);
  const [settings] = marker.roots;
  const resolve = (from: FilePath, specifier: string) => resolveIn(byFile, folder, from, specifier);
  return {
    folder,
    settings,
    marker: marker.file,
    scripts: documents.flatMap(({ file, shape }) => (shape === 'text' ? [file] : [])),
    textOf: (file) => byFile.get(file)?.text ?? '',
    entry: entryOf(byFile, folder, settings),
    resolve,
    data: (file) => {
      const document = byFile.get(file);
      return document?.shape === 'data' ? (document.roots[0] ?? null) : null;
    },
    script: (file) => {
      const known = parsed.get(file);
      if (known !== undefined) return known;
      const document = byFile.get(file);
      const isReadable = document?.shape === 'text' && parsed.size < MAX_PARSED;
      const script = isReadable ? parse(file, document.text) : null;
      const result = script?.shape === 'script' ? script : null;
      parsed.set(file, result);
      return result;
    },
  };
}

/** `npx ts-node --prefer-ts-exts bin/app.ts`, or the compiled `node dist/bin/app.js`. */
function entryOf(
  files: ReadonlyMap<FilePath, Document>,
  folder: string,
  settings: DataNode | undefined,
): FilePath | null {
  const app = at(settings, 'app');
  if (app?.type !== 'scalar') return null;
  for (const word of app.text.split(/\s+/).reverse()) {
    if (!/\.[mc]?[jt]s$/.test(word)) continue;
    const path = word.replace(/^\.\//, '');
    for (const candidate of [path, path.replace(/^(?:dist|build|lib\/js|out)\//, '')]) {
      const file = candidateIn(files, joined(folder, candidate));
      if (file !== null) return file;
    }
  }
  return null;
}

function resolveIn(
  files: ReadonlyMap<FilePath, Document>,
  folder: string,
  from: FilePath,
  specifier: string,
): FilePath | null {
  if (specifier.startsWith('.')) return candidateIn(files, joined(folderOf(from), specifier));
  if (/^(?:aws-cdk-lib|@aws-cdk\/|constructs|node:)/.test(specifier)) return null;
  const bare = specifier.replace(/^[@~]?\//, '');
  return (
    candidateIn(files, joined(folder, bare)) ?? candidateIn(files, joined(folder, `src/${bare}`))
  );
}

function candidateIn(files: ReadonlyMap<FilePath, Document>, path: string): FilePath | null {
  const stem = path.replace(/\.[mc]?js$/, '');
  const names = [path, `${stem}.ts`, `${stem}.mts`, `${stem}/index.ts`, `${stem}.json`];
  return names.map(filePath).find((file) => files.has(file)) ?? null;
}

function joined(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
