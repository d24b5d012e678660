import {
  at,
  type DataNode,
  type Document,
  type EmbeddedText,
  items,
  type ScalarNode,
  sourceOffset,
} from '../../model/document.ts';
import { addTemplated, ProgramText } from '../../recognize/task/program-text.ts';
import type { Task } from './plays.ts';

/** What a variable of the play stands for, where one text is all it can be. */
export type Meaning = (name: string) => string | undefined;

/** What a task does, as the shell program that does the same; `null` where it is no matter of data. */
export function programOf(task: Task, meaning: Meaning): EmbeddedText | null {
  const { args, module } = task;
  switch (module) {
    case 'shell':
    case 'command':
    case 'raw':
      return commandProgram(args, meaning);
    case 'file':
      return argument(args, 'state')?.text === 'absent'
        ? written(['rm -rf ', argument(args, 'path', 'dest', 'name')], meaning)
        : null;
    case 'postgresql_db':
    case 'mysql_db':
      return databaseProgram(module === 'mysql_db' ? mysql : postgres, args, meaning);
    default:
      return null;
  }
}

/** The line that a `cron` task puts into a crontab, and how often it runs; `null` for one that takes a line out, and for other tasks. */
export function cronProgram({ module, args }: Task, meaning: Meaning): EmbeddedText | null {
  if (module !== 'cron' || argument(args, 'state')?.text === 'absent') return null;
  if (/^(?:true|yes)$/i.test(argument(args, 'disabled')?.text ?? '')) return null;
  return written([argument(args, 'job')], meaning);
}

function commandProgram(args: DataNode, meaning: Meaning): EmbeddedText | null {
  const line = writtenText(args);
  if (line !== undefined) return written([line], meaning);
  const argv = items(at(args, 'argv'));
  if (argv.length > 0) {
    return written(
      argv.flatMap((word) => [writtenText(word), ' ']),
      meaning,
    );
  }
  return written([argument(args, 'cmd', '_raw_params')], meaning);
}

interface Client {
  readonly client: string;
  readonly statement: string;
  readonly dump: string;
}

const postgres: Client = { client: 'psql', statement: '-c', dump: 'pg_dump' };
const mysql: Client = { client: 'mysql', statement: '-e', dump: 'mysqldump' };

/**
 * The modules run the engine's own tools.
 * @see https://docs.ansible.com/ansible/latest/collections/community/postgresql/postgresql_db_module.html
 * @see https://docs.ansible.com/ansible/latest/collections/community/mysql/mysql_db_module.html
 */
function databaseProgram(
  { client, statement, dump }: Client,
  args: DataNode,
  meaning: Meaning,
): EmbeddedText | null {
  const name = argument(args, 'name', 'db');
  const host = argument(args, 'login_host', 'host');
  const target = argument(args, 'target');
  const at = host === undefined ? [' '] : [' -h ', host, ' '];
  switch (argument(args, 'state')?.text) {
    case 'absent':
      return written([client, ...at, `${statement} "DROP DATABASE `, name, '"'], meaning);
    case 'dump':
      return target === undefined ? null : written([dump, ...at, name, ' > ', target], meaning);
    default:
      return null;
  }
}

/** An argument of a module: a key of its map, or `key=value` in the short form. */
function argument(args: DataNode, ...names: readonly string[]): ScalarNode | undefined {
  for (const name of names) {
    const line = writtenText(args);
    const found = line === undefined ? writtenText(at(args, name)) : shortArgument(line, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value as it is written, expressions included. */
function writtenText(node: DataNode | undefined): ScalarNode | undefined {
  if (node?.type === 'scalar') return node;
  if (node?.type !== 'expr') return undefined;
  // The text of an expression is the source's own, quotes included.
  const quote = /^(["']).*\1$/s.test(node.text) ? 1 : 0;
  const text = node.text.slice(quote, node.text.length - quote);
  return { type: 'scalar', value: text, text, map: [[0, node.at.start + quote]], at: node.at };
}

function shortArgument(args: ScalarNode, name: string): ScalarNode | undefined {
  for (const found of args.text.slice(0, 5000).matchAll(/(\w+)=("[^"]*"|'[^']*'|\S+)/g)) {
    if (found[1] !== name) continue;
    const value = found[2] ?? '';
    const quote = /^["']/.test(value) ? 1 : 0;
    const start = found.index + name.length + 1 + quote;
    const text = value.slice(quote, value.length - quote);
    const from = sourceOffset(args, start);
    const at = { file: args.at.file, start: from, end: from + text.length };
    return { type: 'scalar', value: text, text, map: [[0, from]], at };
  }
  return undefined;
}

/** Pieces of a program: fixed words, and values of the file with their expressions worked out. `null` where a value is not there. */
function written(
  pieces: readonly (string | ScalarNode | undefined)[],
  meaning: Meaning,
): EmbeddedText | null {
  const nodes = pieces.filter((piece) => typeof piece !== 'string');
  const [first] = nodes;
  if (first === undefined || nodes.includes(undefined)) return null;
  const program = new ProgramText();
  let offset = first.at.start;
  for (const piece of pieces) {
    if (typeof piece === 'string') program.add(piece, offset);
    else if (piece !== undefined) {
      addTemplated(program, piece, (expression) => shellOf(expression, meaning));
      offset = piece.at.end;
    }
  }
  return program.done();
}

/** A script that is a template: expressions as variables, statements and comments of the template left out. */
export function scriptProgram({ file, text }: Document, meaning: Meaning): EmbeddedText {
  const at = { file, start: 0, end: text.length };
  const program = new ProgramText();
  // Of equal length, so that offsets stay true.
  const plain = text.replace(/\{[%#][^\n]{0,500}?[%#]\}/g, (part) => ' '.repeat(part.length));
  const node: ScalarNode = { type: 'scalar', value: plain, text: plain, map: [[0, 0]], at };
  addTemplated(program, node, (expression) => shellOf(expression, meaning));
  return program.done();
}

/** A Jinja expression as the shell would write it. */
function shellOf(expression: string, meaning: Meaning): string {
  const found =
    /^([A-Za-z_]\w*)(?:\s*\|\s*(?:d|default)\(\s*(['"])([\w./:@-]*)\2\s*(?:,\s*\w+\s*)?\))?$/.exec(
      expression,
    );
  const name = found?.[1];
  if (name === undefined) return '${computed}';
  const fallback = found?.[3];
  return meaning(name) ?? (fallback === undefined ? `\${${name}}` : `\${${name}:-${fallback}}`);
}
