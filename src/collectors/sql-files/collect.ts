import type { Document } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { factsOfEach } from '../../recognize/shell/commands.ts';
import { scriptHost } from '../../recognize/shell/shell-host.ts';
import { sqlFileCommand } from '../../recognize/shell/sql-commands.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import { tierOfPath } from '../../recognize/tier.ts';

/** Joins scripts with the SQL files that they hand to a database client. */
export const collect: Collect = (unit, knowledge) => {
  const files = sqlFiles(unit.documents);
  if (files.size === 0) return [];
  return unit.documents.flatMap((document) => {
    if (document.shape !== 'shell') return [];
    const variables = scriptVariables(document);
    const host = {
      ...scriptHost(document),
      collector: 'sql-files',
      key: `sql-files:${document.file}`,
    };
    return factsOfEach(document, host, (command) =>
      sqlFileCommand(command, document, variables, knowledge, host, (path) =>
        fileOf(path, folderOf(document.file), files),
      ),
    );
  });
};

/** SQL files by their bare name. Those of tests and of machines of one's own are left out. */
function sqlFiles(documents: readonly Document[]): ReadonlyMap<string, readonly Document[]> {
  const files = new Map<string, Document[]>();
  for (const document of documents) {
    if (document.shape !== 'text' || tierOfPath(document.file) === 'development') continue;
    const name = baseName(document.file);
    const alike = files.get(name);
    if (alike === undefined) files.set(name, [document]);
    else alike.push(document);
  }
  return files;
}

/**
 * The file that a path means: from the folder of the script, from the root, or wherever it can only be this one. Folders that a variable names are
 * not compared.
 */
function fileOf(
  path: string,
  folder: string,
  files: ReadonlyMap<string, readonly Document[]>,
): Document | null {
  const tail = path.replace(/^.*[$…][^/]*\//, '').replace(/^(?:\.{1,2}\/)+|^\/+/, '');
  if (/[$…*]/.test(tail)) return null;
  const alike = files.get(baseName(tail)) ?? [];
  const beside = alike.find(({ file }) => file === (folder === '' ? tail : `${folder}/${tail}`));
  const fromRoot = alike.find(({ file }) => file === tail);
  const ends = alike.filter(({ file }) => file.endsWith(`/${tail}`));
  return beside ?? fromRoot ?? (ends.length === 1 ? (ends[0] ?? null) : null);
}
