import type { ShellCommand, ShellWord } from '../../model/document.ts';
import { type ConnectionUrl, parseConnectionUrl } from '../credential/connection-url.ts';
import { commandWords, programName, programWords } from './command-line.ts';
import { type DumpDestination, destinationOf } from './dump-destination.ts';

/** Where a dump reads from: a variable that holds the connection, or a connection that is written out. */
export type DumpSource =
  | { readonly kind: 'variable'; readonly variable: string; readonly word: ShellWord }
  | { readonly kind: 'connection'; readonly connection: ConnectionUrl; readonly word: ShellWord };

/** A command that copies a whole database. */
export interface DatabaseDump {
  /** `pg_dump`, `mysqldump` … */
  readonly tool: string;
  /** Scheme of the engine it reads, as in {@link ConnectionUrl}. */
  readonly scheme: string;
  /** `null` where the tool takes it from its own configuration. */
  readonly source: DumpSource | null;
  readonly destination: DumpDestination;
}

/** How a program of an engine is told what to connect to; alternatives of flags with `|`. */
export interface Engine {
  readonly scheme: string;
  /** Flags whose value names the database or its URL. */
  readonly source: string;
  /** The first positional word names it too. */
  readonly positional: boolean;
  /** Flags whose value is the file or folder written. */
  readonly output: string;
  readonly host: string;
  readonly port: string;
  readonly user: string;
  /** Other flags that take the next word as value. */
  readonly valued: string;
}

interface DumpTool extends Engine {
  /** Words that must follow the program: `dump`. */
  readonly words: readonly string[];
}

function tool(scheme: string, rest: Partial<DumpTool>): DumpTool {
  return {
    scheme,
    words: [],
    source: '',
    positional: true,
    output: '',
    host: '-h|--host',
    port: '-p|--port',
    user: '-U|--username',
    valued: '',
    ...rest,
  };
}

const postgres = tool('postgres', {
  source: '-d|--dbname',
  output: '-f|--file',
  valued:
    '-F|--format|-j|--jobs|-n|--schema|-N|--exclude-schema|-t|--table|-T|--exclude-table|-Z|--compress|-E|--encoding|-S|--superuser|--exclude-table-data|--role|--lock-wait-timeout|--snapshot|-e',
});
const mysql = tool('mysql', {
  output: '-r|--result-file|-T|--tab',
  port: '-P|--port',
  user: '-u|--user',
  valued:
    '--defaults-file|--defaults-extra-file|-S|--socket|--ignore-table|--where|-w|--set-gtid-purged',
});

const tools: Readonly<Record<string, DumpTool>> = {
  pg_dump: postgres,
  pg_dumpall: { ...postgres, positional: false, valued: `${postgres.valued}|-l|--database` },
  pg_basebackup: { ...postgres, positional: false, output: '-D|--pgdata' },
  mysqldump: mysql,
  'mariadb-dump': mysql,
  mysqlpump: mysql,
  mydumper: tool('mysql', {
    source: '-B|--database',
    output: '-o|--outputdir',
    positional: false,
    port: '-P|--port',
    user: '-u|--user',
  }),
  mongodump: tool('mongodb', {
    source: '--uri',
    output: '-o|--out|--archive',
    positional: true,
    user: '-u|--username',
    valued:
      '-d|--db|-c|--collection|-q|--query|-p|--password|--authenticationDatabase|--numParallelCollections',
    port: '--port',
  }),
  'redis-cli': tool('redis', {
    source: '-u',
    output: '--rdb',
    positional: false,
    port: '-p',
    valued: '-a|-n|--user|--pass',
  }),
  sqlite3: tool('sqlite', { words: [], positional: true }),
  cockroach: tool('cockroachdb', { words: ['dump'], source: '--url' }),
  supabase: tool('postgres', {
    words: ['db', 'dump'],
    source: '--db-url',
    output: '-f|--file',
    positional: false,
  }),
  influx: tool('influxdb', {
    words: ['backup'],
    positional: false,
    valued: '-t|--token|--host|-b|--bucket',
  }),
  etcdctl: tool('etcd', { words: ['snapshot', 'save'], positional: false, valued: '--endpoints' }),
};

/**
 * The dump that a command makes, and where its bytes end. `commands` are the commands of the same document: the rest of the pipeline
 * is found among them. `null` for anything that is no dump.
 */
export function databaseDump(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): DatabaseDump | null {
  const words = programWords(command.words);
  const program = words[0]?.text == null ? '' : programName(words[0].text);
  const spec = Object.hasOwn(tools, program) ? tools[program] : undefined;
  if (spec === undefined || !spec.words.every((word, at) => words[at + 1]?.text === word))
    return null;
  const args = databaseArguments(words.slice(1 + spec.words.length), spec);
  if (program === 'redis-cli' && args.output === null) return null;
  if (program === 'sqlite3' && !isSqliteDump(args.positional)) return null;
  const written = writtenFile(program, args);
  return {
    tool: program,
    scheme: spec.scheme,
    source: program === 'sqlite3' ? null : databaseSource(spec, args),
    destination: destinationOf(command, commands, written, commandWords),
  };
}

/** What the flags and words of such a program name. */
export interface Arguments {
  readonly positional: readonly ShellWord[];
  readonly source: ShellWord | null;
  readonly output: ShellWord | null;
  readonly host: ShellWord | null;
  readonly port: ShellWord | null;
  readonly user: ShellWord | null;
}

/** Reads the words after a program of an engine. */
export function databaseArguments(words: readonly ShellWord[], spec: Engine): Arguments {
  const positional: ShellWord[] = [];
  const found: Record<'source' | 'output' | 'host' | 'port' | 'user', ShellWord | null> = {
    source: null,
    output: null,
    host: null,
    port: null,
    user: null,
  };
  for (let position = 0; position < words.length; position += 1) {
    const word = words[position];
    if (word === undefined) continue;
    const flag = /^(-[A-Za-z]|--[A-Za-z][A-Za-z0-9-]*)(=)?/.exec(word.raw);
    if (flag?.[1] === undefined) {
      positional.push(word);
      continue;
    }
    const name = flag[1];
    const slot = (['source', 'output', 'host', 'port', 'user'] as const).find((key) =>
      has(spec[key], name),
    );
    const attached = word.raw.length > name.length;
    const takesNext = !attached && (slot !== undefined || has(spec.valued, name));
    const value = attached
      ? tail(word, flag[0].length)
      : takesNext
        ? words[position + 1]
        : undefined;
    if (takesNext) position += 1;
    if (slot !== undefined && value !== undefined) found[slot] = value;
  }
  return { positional, ...found };
}

/** The value glued to a flag: `--file=x`, `-fx`. Raw and decoded text lose the same beginning, which flags never quote. */
function tail(word: ShellWord, length: number): ShellWord {
  return {
    text: word.text === null ? null : word.text.slice(length),
    raw: word.raw.slice(length),
    refs: word.refs,
    at: { ...word.at, start: word.at.start + length },
  };
}

function has(flags: string, name: string): boolean {
  return flags !== '' && flags.split('|').includes(name);
}

function isSqliteDump(positional: readonly ShellWord[]): boolean {
  return positional
    .slice(1)
    .some((word) => /^\.(?:dump|backup|clone)\b|^VACUUM INTO\b/i.test(word.text ?? word.raw));
}

/** The file that the tool itself writes. */
function writtenFile(program: string, args: Arguments): ShellWord | null {
  if (program === 'influx' || program === 'etcdctl') return args.positional[0] ?? null;
  if (program === 'sqlite3') {
    const action = args.positional[1];
    return action !== undefined && /\.(?:backup|clone)|VACUUM/i.test(action.text ?? action.raw)
      ? action
      : null;
  }
  return args.output;
}

/** What a program of an engine connects to, `null` where its words do not say. */
export function databaseSource(spec: Engine, args: Arguments): DumpSource | null {
  const word = args.source ?? (spec.positional ? args.positional[0] : undefined) ?? null;
  const direct = word === null ? null : directSource(word);
  if (direct !== null) return direct;
  if (args.host !== null) {
    const variable = args.host.refs[0];
    if (args.host.text === null && variable !== undefined) {
      return { kind: 'variable', variable, word: args.host };
    }
    return hostSource(spec, args, word);
  }
  return null;
}

function directSource(word: ShellWord): DumpSource | null {
  const connection = word.text === null ? null : parseConnectionUrl(word.text);
  if (connection !== null) return { kind: 'connection', connection, word };
  const variable = word.refs[0];
  return word.text === null && variable !== undefined ? { kind: 'variable', variable, word } : null;
}

/** `-h db.internal -U app shop` as the URL that says the same. */
function hostSource(spec: Engine, args: Arguments, database: ShellWord | null): DumpSource | null {
  const host = args.host;
  if (host?.text == null) return null;
  const port = args.port?.text == null ? '' : `:${args.port.text}`;
  const user = args.user?.text == null ? '' : `${encodeURIComponent(args.user.text)}@`;
  const name = database?.text == null ? '' : encodeURIComponent(database.text);
  const connection = parseConnectionUrl(`${spec.scheme}://${user}${host.text}${port}/${name}`);
  return connection === null ? null : { kind: 'connection', connection, word: host };
}
