import type { ShellCommand, ShellDocument, ShellWord } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { type DatabaseClient, databaseClient } from '../command/database-client.ts';
import { sqlLosses } from '../sql/statements.ts';
import { tierOf } from '../tier.ts';
import type { Found, LostStore } from './found-command.ts';
import type { ShellHost } from './shell-host.ts';
import { connectedStore } from './sources.ts';
import { scriptVariables, type Variables } from './variables.ts';
import { showPieces } from './word-pieces.ts';

/** What MongoDB's shell is told to lose. */
const mongoLoss =
  /\.dropDatabase\s*\(|\.drop\s*\(\s*\)|\.(?:deleteMany|remove)\s*\(\s*\{\s*\}\s*\)/;
/** Names of files that hold a whole database. */
const dumpFile = /dump|backup|bak\b|snapshot/i;

/** A database client that is told to lose rows, by its words, a here-document or what is piped into it; `null` for every other command. */
export function sqlCommand(
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): Found | null {
  const client = databaseClient(command, document.commands);
  if (client === null) return null;
  const show = (word: ShellWord): string => showPieces(variables.resolve(word, command).pieces);
  const verb = lossOf(client, show) ?? restoreOf(client, show);
  return verb === null ? null : sent(verb, client, command, document, variables, knowledge, host);
}

/** What a database client of a program without surroundings is told to lose; `null` where it is told nothing of the kind. */
export function sqlLossOf(command: ShellCommand, document: ShellDocument): string | null {
  const client = databaseClient(command, document.commands);
  if (client === null) return null;
  const variables = scriptVariables(document);
  return lossOf(client, (word) => showPieces(variables.resolve(word, command).pieces));
}

/**
 * A client that runs a file which loses rows. `textOf` gives the file that a path means and what it says, `null` where none or several are meant. What
 * the words of the client lose already is left to {@link sqlCommand}.
 */
export function sqlFileCommand(
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
  textOf: (path: string) => { readonly file: string; readonly text: string } | null,
): Found | null {
  const client = databaseClient(command, document.commands);
  if (client === null) return null;
  const show = (word: ShellWord): string => showPieces(variables.resolve(word, command).pieces);
  if (lossOf(client, show) !== null || restoreOf(client, show) !== null) return null;
  for (const word of client.files) {
    const found = textOf(show(word));
    const loss = found === null ? undefined : firstLoss(found.text);
    if (found === null || loss === undefined) continue;
    const verb = `${loss} of ${found.file}`;
    return sent(verb, client, command, document, variables, knowledge, host);
  }
  return null;
}

function sent(
  verb: string,
  client: DatabaseClient,
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): Found {
  const store = connectedStore(client, command, document, variables, knowledge, host);
  const stores: readonly LostStore[] =
    store === null
      ? []
      : [{ key: store.key, because: `${verb} is sent to ${store.shown}`, facts: store.facts }];
  return {
    command,
    provider: null,
    verb,
    via: 'sql',
    destroys: 'database',
    skipsPrompt: true,
    recovery: null,
    safeVariant: null,
    at: command.at,
    credentials: [],
    targets: store === null ? (environmentOf[client.scheme] ?? []) : [],
    named: {},
    stores,
  };
}

/** Variables that name the server where the words of a client do not. */
const environmentOf: Readonly<Record<string, readonly string[]>> = {
  postgres: ['PGHOST', 'PGDATABASE', 'PGSERVICE'],
  mysql: ['MYSQL_HOST'],
};

function lossOf(client: DatabaseClient, show: (word: ShellWord) => string): string | null {
  for (const word of client.statements) {
    const text = show(word);
    if (client.scheme === 'mongodb') {
      const call = mongoLoss.exec(text)?.[0];
      if (call !== undefined) return call.replace(/^\.|\s*\(.*$/g, '');
      continue;
    }
    const loss = firstLoss(text);
    if (loss !== undefined) return loss;
  }
  return null;
}

/** The first statement of an SQL text that loses what is no test database's. */
export function firstLoss(text: string): string | undefined {
  const loss = sqlLosses(text).find(({ target }) => !isThrowAway(target));
  if (loss === undefined) return undefined;
  return /[$…]/.test(loss.target) ? loss.verb : shown(loss);
}

function shown({ verb, target }: { readonly verb: string; readonly target: string }): string {
  return verb.startsWith('DELETE') ? `DELETE FROM ${target}` : `${verb} ${target}`;
}

/** A database of tests or of one's own machine, by its name. */
function isThrowAway(target: string): boolean {
  const tier = tierOf(target);
  return tier === 'development' || tier === 'preview';
}

/** mysqldump writes DROP TABLE before each table unless told otherwise: reading such a file replaces what is there. */
function restoreOf(client: DatabaseClient, show: (word: ShellWord) => string): string | null {
  if (client.scheme !== 'mysql') return null;
  const file = client.files.map(show).find((path) => dumpFile.test(path));
  return file === undefined ? null : `${client.tool} < dump`;
}
