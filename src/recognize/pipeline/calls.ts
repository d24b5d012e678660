import type { ShellCommand } from '../../model/document.ts';
import type { PipelineCall } from '../../model/fact.ts';
import { programName, programWords } from '../command/command-line.ts';
import { folderBefore, joinedFolder } from './folder.ts';
import type { JobProgram } from './job.ts';

const managers = /^(?:npm|pnpm|yarn|bun)$/;
const taskRunners =
  /^(?:make|gmake|just|task|rake|mage|invoke|inv|composer|mix|poe|nox|tox|ant|gradle)$/;
const interpreters =
  /^(?:bash|sh|zsh|dash|ksh|source|\.|node|tsx|ts-node|python3?|ruby|php|bun|deno)$/;
/** Flags that choose the package whose task it is; the next word is a folder or a name. */
const elsewhere = /^(?:-w|-F|-C|--(?:workspace|filter|dir|prefix|cwd))$/;
const everywhere = /^(?:-ws|-r|--(?:workspaces|recursive))$/;
const shorthand = /^(?:test|start|stop|restart)$/;

/** What a command starts that lies in the tree: a task of a manifest, or a script. */
export function callsOf(command: ShellCommand, program: JobProgram): readonly PipelineCall[] {
  // `yarn run` counts as a wrapper, so a manager may stand before the program.
  const first = programName(command.words[0]?.text ?? '');
  const words = managers.test(first) ? command.words : programWords(command.words);
  const [head, ...rest] = words;
  if (head?.text == null) return [];
  const { at } = command;
  const folder = folderBefore(command, program);
  const texts = rest.map((word) => word.text ?? '');
  const name = programName(head.text);
  if (managers.test(name)) return packageTask(name, texts, folder).map((call) => ({ ...call, at }));
  if (taskRunners.test(name)) return taskOf(name, texts, folder).map((call) => ({ ...call, at }));
  return scriptOf(head.text, texts, folder).map((line) => ({ line, at }));
}

type Call = Omit<PipelineCall, 'at'>;

function packageTask(
  manager: string,
  words: readonly string[],
  from: string | null,
): readonly Call[] {
  let folder = from;
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
      folder = joinedFolder(folder, given);
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
  return name === undefined || name === '' || folder === null
    ? []
    : [{ line: `npm run ${name}`, folder }];
}

function taskOf(runner: string, words: readonly string[], from: string | null): readonly Call[] {
  const flag = words.findIndex((word) => /^(?:-C|-d|--directory|--dir)$/.test(word));
  const folder = flag < 0 ? from : joinedFolder(from, words[flag + 1] ?? '');
  if (folder === null) return [];
  const others = flag < 0 ? words : [...words.slice(0, flag), ...words.slice(flag + 2)];
  return others
    .filter((word) => /^[A-Za-z][\w:.-]*$/.test(word))
    .slice(0, 5)
    .map((task) => ({ line: `${runner === 'gmake' ? 'make' : runner} ${task}`, folder }));
}

/** `./scripts/x.sh`, `bash scripts/x.sh`, `node scripts/x.js`, as they read from the root. */
function scriptOf(
  head: string,
  words: readonly string[],
  folder: string | null,
): readonly string[] {
  const isInterpreter = interpreters.test(head);
  const given = isInterpreter ? words.find((word) => word !== '' && !word.startsWith('-')) : head;
  if (given === undefined || (!isInterpreter && !given.includes('/'))) return [];
  const path = joinedFolder(folder, given);
  if (path === null || path === '') return [];
  const isShell = /^(?:bash|sh|zsh|dash|ksh|source|\.)$/.test(head);
  if (!isInterpreter) return [`./${path}`];
  return [isShell ? `bash ${path}` : `${head} ${path}`];
}
