import type { ShellCommand } from '../../model/document.ts';
import type { PipelineCall } from '../../model/fact.ts';
import { programName, programWords } from '../command/command-line.ts';
import { databaseClient, isDatabaseClient } from '../command/database-client.ts';
import { joinedFolder } from '../pipeline/folder.ts';
import { fileLine, taskLine } from './task-line.ts';

const managers = /^(?:npm|pnpm|yarn|bun)$/;
const taskRunners =
  /^(?:make|gmake|just|task|rake|mage|invoke|inv|composer|mix|poe|nox|tox|ant|gradle)$/;
const interpreters =
  /^(?:bash|sh|zsh|dash|ksh|source|\.|node|tsx|ts-node|python3?|ruby|php|bun|deno)$/;
/** Flags that choose the package whose task it is; the next word is a folder or a name. */
const elsewhere = /^(?:-w|-F|-C|--(?:workspace|filter|dir|prefix|cwd))$/;
const everywhere = /^(?:-ws|-r|--(?:workspaces|recursive))$/;
const shorthand = /^(?:test|start|stop|restart)$/;

/** What a command starts that lies in the tree: a task of a manifest, or a file. `folderOf` gives the folder it works in, `null` where nobody knows. */
export function callsOf(
  command: ShellCommand,
  folderOf: () => string | null,
): readonly PipelineCall[] {
  // `yarn run` counts as a wrapper, so a manager may stand before the program.
  const first = programName(command.words[0]?.text ?? '');
  const words = managers.test(first) ? command.words : programWords(command.words);
  const [head, ...rest] = words;
  if (head?.text == null) return [];
  if (isDatabaseClient(command)) return sqlFilesOf(command, folderOf);
  const texts = rest.map((word) => word.text ?? '');
  const lines = [
    ...linesOf(head.text, texts, folderOf),
    ...pdmScript(
      command.words.map((word) => word.text ?? ''),
      folderOf,
    ),
  ];
  return lines.map((line) => ({ line, at: command.at }));
}

/** `pdm run` starts a script of its manifest where there is one, else the program of that name. */
function pdmScript(
  [head, verb, ...words]: readonly string[],
  folderOf: () => string | null,
): readonly string[] {
  return head === 'pdm' && verb === 'run' ? taskOf('pdm', words, folderOf) : [];
}

function linesOf(
  head: string,
  words: readonly string[],
  folderOf: () => string | null,
): readonly string[] {
  const name = programName(head);
  if (managers.test(name)) return packageTask(name, words, folderOf);
  if (name === 'deno' && words[0] === 'task')
    // The folder that `--cwd` names is the one the command works in.
    return taskOf(name, words.slice(words[1] === '--cwd' ? 3 : 1), folderOf);
  if (taskRunners.test(name)) return taskOf(name, words, folderOf);
  return fileOf(head, words, folderOf);
}

/** Files of statements that a database client is handed. */
function sqlFilesOf(command: ShellCommand, folderOf: () => string | null): readonly PipelineCall[] {
  const files = databaseClient(command, [command])?.files ?? [];
  const written = files.filter(({ text }) => text?.endsWith('.sql') === true);
  if (written.length === 0) return [];
  const folder = folderOf();
  return written.flatMap(({ text }) => {
    const path = joinedFolder(folder, text);
    return path === null ? [] : [{ line: fileLine(path), at: command.at }];
  });
}

function packageTask(
  manager: string,
  words: readonly string[],
  folderOf: () => string | null,
): readonly string[] {
  const folders: string[] = [];
  const plain: string[] = [];
  for (let position = 0; position < words.length; position += 1) {
    const word = words[position] ?? '';
    if (word === '--') break;
    if (everywhere.test(word)) return [];
    const [flag = '', value] = word.split('=', 2);
    if (elsewhere.test(flag)) {
      const given = value ?? words[position + 1] ?? '';
      if (value === undefined) position += 1;
      if (!given.includes('/') && flag !== '-C' && flag !== '--prefix') return [];
      folders.push(given);
    } else if (!word.startsWith('-')) {
      plain.push(word);
    }
  }
  const [verb = '', task] = plain;
  const name = /^run(?:-script)?$/.test(verb)
    ? task
    : manager !== 'npm' || shorthand.test(verb)
      ? verb
      : undefined;
  if (name === undefined || name === '') return [];
  const folder = folders.reduce<string | null>(joinedFolder, folderOf());
  return folder === null ? [] : [taskLine('npm', name, folder)];
}

function taskOf(
  runner: string,
  words: readonly string[],
  folderOf: () => string | null,
): readonly string[] {
  const flag = words.findIndex((word) => /^(?:-C|-d|--project|--directory|--dir)$/.test(word));
  const others = flag < 0 ? words : [...words.slice(0, flag), ...words.slice(flag + 2)];
  const tasks = others.filter((word) => /^[A-Za-z][\w:.-]*$/.test(word)).slice(0, 5);
  if (tasks.length === 0) return [];
  const folder = flag < 0 ? folderOf() : joinedFolder(folderOf(), words[flag + 1] ?? '');
  if (folder === null) return [];
  return tasks.map((task) => taskLine(runner === 'gmake' ? 'make' : runner, task, folder));
}

/** `./scripts/x.sh`, `bash scripts/x.sh`, `node scripts/x.js`, as they read from the root; with their first argument too, which often is the verb. */
function fileOf(
  head: string,
  words: readonly string[],
  folderOf: () => string | null,
): readonly string[] {
  const isInterpreter = interpreters.test(head);
  const position = isInterpreter
    ? words.findIndex((word) => word !== '' && !word.startsWith('-'))
    : -1;
  const given = isInterpreter ? words[position] : head;
  if (given === undefined || (!isInterpreter && !given.includes('/'))) return [];
  const path = joinedFolder(folderOf(), given);
  return path === null || path === '' ? [] : linesOfFile(path, words[position + 1]);
}

/** Lines that stand for starting a file of the tree with this first argument. */
export function linesOfFile(path: string, argument = ''): readonly string[] {
  const line = fileLine(path);
  return /^[A-Za-z][\w:.-]*$/.test(argument) ? [line, `${line} ${argument}`] : [line];
}
