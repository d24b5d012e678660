import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import {
  type DataEntry,
  type Document,
  type EmbeddedText,
  entries,
  sourceOffset,
} from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { startLine } from '../../recognize/container/start-line.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';

/** Images for work and for tests come with a database of their own. */
const forWork =
  /(?:^|[./_-])(?:dev|develop|development|devcontainer|test|tests|testing|e2e|ci|local)(?:[./_-]|$)/i;
/** First processes that only start the next one. */
const carriers = /(?:^|\/)(?:tini|dumb-init|catatonit)$/;
const maxWords = 100;

/** Reads what the last image of each file starts with. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => factsOf(document, knowledge));

function factsOf(document: Document, knowledge: Knowledge): readonly Fact[] {
  const { file } = document;
  if (document.shape !== 'data' || forWork.test(file)) return [];
  const program = programOf(entries(document.roots[0]));
  if (program === null) return [];
  const shell = parseEmbeddedShell(file, program);
  return commandFacts(shell, scriptVariables(shell), knowledge, {
    collector: 'image-start',
    key: `image-start:${file}`,
    shown: `the start of ${file}`,
    task: 'container start',
    invocations: [],
    lines: [],
  });
}

/**
 * The last of each instruction counts. What `ENTRYPOINT` lists comes before what `CMD` lists; one that is a line of the shell takes no arguments.
 * @see https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
function programOf(all: readonly DataEntry[]): EmbeddedText | null {
  const own = all.slice(all.findLastIndex(({ key }) => key === 'FROM') + 1);
  const entrypoint = textOf(own, 'ENTRYPOINT');
  const command = textOf(own, 'CMD');
  const first = entrypoint === null ? [] : wordsOf(entrypoint);
  if (first === null) return entrypoint;
  const rest = command === null ? [] : wordsOf(command);
  // A line of the shell behind a list is handed to it through a shell.
  const isHanded = first.every(({ text }) => carriers.test(text) || text === '--');
  if (rest === null) return isHanded ? command : null;
  const words = [...first, ...rest];
  const start = carriers.test(words[0]?.text ?? '') ? words.findIndex(isBehindFlags) : 0;
  return start < 0 ? null : startLine(words.slice(start, start + maxWords));
}

function isBehindFlags({ text }: EmbeddedText, position: number): boolean {
  return position > 0 && !text.startsWith('-');
}

function textOf(own: readonly DataEntry[], key: string): EmbeddedText | null {
  const value = own.findLast((entry) => entry.key === key)?.value;
  return value?.type === 'scalar' ? value : null;
}

/** The words of a list, `null` for a line of the shell. */
function wordsOf(embedded: EmbeddedText): readonly EmbeddedText[] | null {
  const { text } = embedded;
  if (!/^\[[\s\S]*\]$/.test(text)) return null;
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].slice(0, maxWords).map((found) => ({
    text: (found[1] ?? '').replace(/\\(["\\/])/g, '$1'),
    map: [[0, sourceOffset(embedded, found.index + 1)]],
  }));
}
