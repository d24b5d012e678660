import { parse } from '../../formats/script/parse.ts';
import type { Document, ScriptDocument } from '../../model/document.ts';
import { type FilePath, filePath, folderOf } from '../../model/source.ts';
import type { ProgramFiles } from './program.ts';

/** Most files of one program that are parsed. */
const MAX_PARSED = 500;
/** Files of other people, of tests, and of tools. */
const foreign =
  /(?:^|\/)(?:node_modules|dist|build|bin|test|tests|__tests__|\.sst|sdks)\/|\.d\.[mc]?ts$|\.(?:test|spec)\.[mc]?[jt]sx?$/;

/** Whether a file is one of somebody else's, of a test, or made by a tool. */
export function isForeign(file: string): boolean {
  return foreign.test(file);
}

/** Files of a program below a folder; scripts are parsed when they are first asked for. */
export interface FolderProgram extends ProgramFiles {
  /** The file at a path below the folder, with the endings that Node.js and TypeScript try. */
  readonly find: (path: string) => FilePath | null;
}

/** The program of a folder, out of documents that hold its scripts as text. */
export function programIn(folder: string, documents: readonly Document[]): FolderProgram {
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const parsed = new Map<FilePath, ScriptDocument | null>();
  const find = (path: string) => candidateIn(byFile, path);
  return {
    find: (path) => find(joined(folder, path)),
    resolve: (from, specifier) => {
      if (specifier.startsWith('.')) return find(joined(folderOf(from), specifier));
      // A name with an alias of the compiler, or of somebody's package.
      const bare = specifier.replace(/^[@~]\//, '');
      return bare === specifier && !bare.includes('/')
        ? null
        : (find(joined(folder, bare)) ?? find(joined(folder, `src/${bare}`)));
    },
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

function candidateIn(files: ReadonlyMap<FilePath, Document>, path: string): FilePath | null {
  const stem = path.replace(/\.[mc]?js$/, '');
  const prefix = path === '' ? '' : `${stem}/`;
  const names = [
    path,
    ...['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((ending) => `${stem}.${ending}`),
    `${prefix}index.ts`,
    `${prefix}index.js`,
    `${stem}.json`,
  ];
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
