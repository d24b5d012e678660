import type { ShellCommand, ShellWord } from '../../model/document.ts';
import { commandWords, programName, programWords } from './command-line.ts';
import {
  type DumpSource,
  databaseArguments,
  databaseSource,
  type Engine,
} from './database-tool.ts';

/** A command that sends statements to a database. */
export interface DatabaseClient {
  readonly tool: string;
  /** Scheme of the engine, as in a connection URL. */
  readonly scheme: string;
  /** `null` where the client takes it from its environment. */
  readonly source: DumpSource | null;
  /** Words and bodies of here-documents that hold statements. */
  readonly statements: readonly ShellWord[];
  /** Files whose statements it runs. */
  readonly files: readonly ShellWord[];
}

interface Client {
  readonly engine: Engine;
  /** Words that must follow the program. */
  readonly words: readonly string[];
  /** The flag before statements: also the last of a cluster of short ones (`-Atqc`). */
  readonly statement: RegExp;
  readonly file: RegExp;
}

const none = /^$/;
const engine = (scheme: string, rest: Partial<Engine> = {}): Engine => ({
  scheme,
  source: '',
  positional: true,
  output: '',
  host: '-h|--host',
  port: '-p|--port',
  user: '-U|--username',
  valued: '',
  ...rest,
});
const postgres: Client = {
  engine: engine('postgres', {
    source: '-d|--dbname',
    valued: '-v|--set|--variable|-P|--pset|-F|-R|-T|-L|-o|--output',
  }),
  words: [],
  statement: /^(?:-[A-Za-z]*c|--command)$/,
  file: /^(?:-f|--file)$/,
};
const mysql: Client = {
  engine: engine('mysql', {
    source: '-D|--database',
    port: '-P|--port',
    user: '-u|--user',
    valued: '--defaults-file|--defaults-extra-file|-S|--socket',
  }),
  words: [],
  statement: /^(?:-[A-Za-z]*e|--execute)$/,
  file: none,
};
const clickhouse: Client = {
  engine: engine('clickhouse', { positional: false, port: '--port', user: '-u|--user' }),
  words: [],
  statement: /^(?:-q|--query)$/,
  file: /^--queries-file$/,
};
const mongo: Client = {
  engine: engine('mongodb', { user: '-u|--username', port: '--port', valued: '-p|--password' }),
  words: [],
  statement: /^--eval$/,
  file: /^(?:-f|--file)$/,
};
const clients: Readonly<Record<string, Client>> = {
  psql: postgres,
  mysql,
  mariadb: mysql,
  'clickhouse-client': clickhouse,
  clickhouse: { ...clickhouse, words: ['client'] },
  cockroach: {
    engine: engine('cockroachdb', { source: '--url', positional: false }),
    words: ['sql'],
    statement: /^(?:-e|--execute)$/,
    file: /^(?:-f|--file)$/,
  },
  cqlsh: {
    engine: engine('cassandra', { user: '-u', valued: '-p|-k' }),
    words: [],
    statement: /^(?:-e|--execute)$/,
    file: /^(?:-f|--file)$/,
  },
  mongosh: mongo,
  mongo,
};

/** Programs that only hand on what they are given. */
const printers = /^(?:echo|printf)$/;
const readers = /^(?:cat|zcat|gzcat|gunzip|gzip|zstd|zstdcat|pv|bzcat|xzcat)$/;

/** Whether a command is a client that sends statements to a database. */
export function isDatabaseClient({ words }: ShellCommand): boolean {
  return clientOf(programWords(words)) !== undefined;
}

function clientOf(words: readonly ShellWord[]): Client | undefined {
  const program = words[0]?.text == null ? '' : programName(words[0].text);
  const known = Object.hasOwn(clients, program) ? clients[program] : undefined;
  return known?.words.every((word, at) => words[at + 1]?.text === word) ? known : undefined;
}

/** The client that a command is, with what it is told to run; `null` for any other command. `commands`: those of the same program. */
export function databaseClient(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): DatabaseClient | null {
  const words = programWords(command.words);
  const known = clientOf(words);
  if (known === undefined) return null;
  const program = programName(words[0]?.text ?? '');
  const given = words.slice(1 + known.words.length);
  const statements: ShellWord[] = [];
  const files: ShellWord[] = [];
  const rest: ShellWord[] = [];
  for (let position = 0; position < given.length; position += 1) {
    const word = given[position];
    const next = given[position + 1];
    if (word === undefined) continue;
    const [flag = '', attached] = splitFlag(word);
    const list = known.statement.test(flag) ? statements : known.file.test(flag) ? files : rest;
    if (list === rest) rest.push(word);
    else if (attached !== null) list.push(attached);
    else if (next !== undefined) {
      list.push(next);
      position += 1;
    }
  }
  const args = databaseArguments(rest, known.engine);
  const fed = fedTo(command, commands);
  return {
    tool: program,
    scheme: known.engine.scheme,
    source: databaseSource(known.engine, args),
    statements: [...statements, ...fed.statements],
    files: [...files, ...fed.files],
  };
}

/** `--command="…"`: the flag, and what is glued to it. */
function splitFlag(word: ShellWord): readonly [string, ShellWord | null] {
  const flag = /^(--[a-z-]+)=/.exec(word.raw)?.[1];
  if (flag === undefined) return [word.text ?? word.raw, null];
  const length = flag.length + 1;
  const raw = word.raw.slice(length);
  const text = word.text === null ? null : word.text.slice(length);
  return [flag, { ...word, raw, text, at: { ...word.at, start: word.at.start + length } }];
}

/** What reaches the standard input of a command: a file, a here-document, or what the program before it prints. */
function fedTo(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): { readonly statements: readonly ShellWord[]; readonly files: readonly ShellWord[] } {
  const statements: ShellWord[] = [];
  const files: ShellWord[] = [];
  for (const { operator, target, body } of command.redirects) {
    if (body !== null) statements.push(body);
    else if (operator === '<<<') statements.push(target);
    else if (operator === '<') files.push(target);
  }
  for (const other of commands) {
    if (other.pipeline !== command.pipeline || other.at.start >= command.at.start) continue;
    const own = programWords(other.words).slice(1);
    const program = commandWords(other)[0] ?? '';
    if (printers.test(program)) statements.push(...own);
    if (readers.test(program)) files.push(...own.filter((word) => !word.raw.startsWith('-')));
    if (program === 'cat') {
      statements.push(...other.redirects.flatMap(({ body }) => (body === null ? [] : [body])));
    }
  }
  return { statements, files };
}
