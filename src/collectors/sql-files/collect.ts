import type { Document } from '../../model/document.ts';
import { type DestructiveCommand, entityKey, type Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { factsOfEach } from '../../recognize/shell/commands.ts';
import { scriptHost } from '../../recognize/shell/shell-host.ts';
import { firstLoss, sqlFileCommand } from '../../recognize/shell/sql-commands.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import { startedBy } from '../../recognize/task/started.ts';
import { fileLine } from '../../recognize/task/task-line.ts';
import { tierOfPath } from '../../recognize/tier.ts';

/**
 * Reads SQL files that lose rows, for whatever job or task hands them to a database client, and joins them with the scripts that do: those tell which
 * database it is.
 */
export const collect: Collect = (unit, knowledge) => {
  const files = sqlFiles(unit.documents);
  if (files.size === 0) return [];
  const losing = [...files.values()].flat().slice(0, maxFiles).flatMap(fileFacts);
  const run = unit.documents.flatMap((document) => {
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
  return [...losing, ...run];
};

const maxFiles = 500;
/** Folders whose files a migration tool runs, which is known by its command. */
const migrations = /(?:^|\/)migrations?\//;

/** A file of statements is nothing that anybody starts by itself: without a job that hands it to a client it says nothing. */
function fileFacts(document: Document): readonly Fact[] {
  const { file, text } = document;
  const loss = migrations.test(file) ? undefined : firstLoss(text);
  if (loss === undefined) return [];
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    key: entityKey(`sql-files:${file}`),
    aliases: [],
    name: `${loss} of ${file}`,
    at: { file, start: 0, end: Math.min(1, text.length) },
    collector: 'sql-files',
    implied: false,
    confidence: 'high',
    provider: null,
    verb: `${loss} of ${file}`,
    via: 'sql',
    destroys: 'database',
    skipsPrompt: true,
    invocations: [],
    recovery: null,
    safeVariant: null,
  };
  return [command, ...startedBy([fileLine(file)], command)];
}

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
