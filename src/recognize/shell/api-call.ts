import type { ShellCommand, ShellDocument, ShellWord } from '../../model/document.ts';
import type { Knowledge, Known, OperationSpec } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { commandWords, programWords } from '../command/command-line.ts';
import { httpOperation } from '../command/http-operation.ts';
import type { Variables } from './variables.ts';
import { showPieces, wordPieces } from './word-pieces.ts';

/** A request from the command line that destroys something. */
export interface ApiCall {
  readonly known: Known<OperationSpec>;
  readonly at: SourceRange;
  /** Headers with the variables they carry. */
  readonly headers: readonly {
    readonly name: string;
    readonly variables: readonly string[];
    readonly at: SourceRange;
  }[];
}

const client = /(?:^|\/)(?:curl|wget|https?|xhs?|curlie)$/;
const clients = /^(?:curl|wget|http|https|xh|xhs|curlie)$/;

/** The destructive operation that `curl`, `wget` or HTTPie sends to a provider's API, `null` for every other command. */
export function apiCall(
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
): ApiCall | null {
  // Unwrapping every command of a script costs more than everything else here.
  if (!command.words.some((word) => client.test(word.raw))) return null;
  const program = commandWords(command)[0] ?? '';
  if (!clients.test(program)) return null;
  const words = programWords(command.words).slice(1);
  const show = (word: ShellWord): string => showPieces(variables.resolve(word, command).pieces);
  const url = words.map(show).find((text) => hostOf(text) !== null && providerAt(text, knowledge));
  const provider = url === undefined ? undefined : providerAt(url, knowledge);
  if (url === undefined || provider === undefined) return null;
  const headers = headersOf(words, command, variables);
  const method = methodOf(program, words);
  // Variables and computed parts fit one segment of a path.
  const pattern = url.replace(/\$\{?\w+\}?|…/g, '{}').replace(/^(?!https?:)/, 'https://');
  const http = httpOperation(method, pattern, knowledge);
  if (http !== undefined) return { known: http, at: command.at, headers };
  const bodies = bodiesOf(command, document);
  for (const spec of provider.api?.operations ?? []) {
    if (spec.transport !== 'graphql') continue;
    const sent = bodies.find((word) => isMutation(show(word), spec.name));
    if (sent === undefined) continue;
    return {
      known: { provider: provider.id, spec },
      at: nameIn(sent, spec.name, document),
      headers,
    };
  }
  return null;
}

function hostOf(text: string): string | null {
  return /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?(?:[/?]|$)/i.exec(text)?.[1] ?? null;
}

function providerAt(text: string, knowledge: Knowledge) {
  const host = hostOf(text);
  return host === null ? undefined : knowledge.apiByHost(host.toLowerCase());
}

function methodOf(program: string, words: readonly ShellWord[]): string {
  if (!/^(?:curl|curlie|wget)$/.test(program)) {
    const word = words.find((one) => /^[A-Z]{3,7}$/.test(one.raw));
    return word?.raw ?? 'GET';
  }
  const flag = program === 'wget' ? /^--method(?:=|$)/ : /^(?:-[a-zA-Z]*X|--request(?:=|$))/;
  const position = words.findIndex((word) => flag.test(word.raw));
  if (position < 0) return 'GET';
  const attached = (words[position]?.text ?? '').replace(flag, '');
  return (attached === '' ? (words[position + 1]?.text ?? '') : attached).toUpperCase();
}

/** Words, here-documents and earlier stages of the pipeline that may hold the document that is sent. */
function bodiesOf(command: ShellCommand, document: ShellDocument): readonly ShellWord[] {
  const stages = document.commands.filter(
    (other) => other.pipeline === command.pipeline && other.at.start <= command.at.start,
  );
  return stages.flatMap((stage) => [
    ...stage.words,
    ...stage.redirects.flatMap((redirect) => redirect.body ?? redirect.target),
  ]);
}

function isMutation(body: string, operation: string): boolean {
  if (!/\bmutation\b/.test(body)) return false;
  const from = body.indexOf(operation);
  if (from < 0) return false;
  const before = body[from - 1] ?? ' ';
  return !/\w/.test(before) && /^\s*[({}\\]/.test(`${body.slice(from + operation.length)}}`);
}

/** The operation's name where it is written: in the word, or in the assignment that the word expands. */
function nameIn(word: ShellWord, name: string, document: ShellDocument): SourceRange {
  const own = word.raw.indexOf(name);
  const assigned = document.commands
    .flatMap((command) => command.assignments)
    .findLast(({ value }) => value.at.start < word.at.start && value.raw.includes(name))?.value;
  const holder = own >= 0 ? word : assigned;
  if (holder === undefined) return word.at;
  const start = holder.at.start + holder.raw.indexOf(name);
  return { file: word.at.file, start, end: start + name.length };
}

function headersOf(
  words: readonly ShellWord[],
  command: ShellCommand,
  variables: Variables,
): ApiCall['headers'] {
  return words.flatMap((word) => {
    const [lead] = wordPieces(word.raw);
    const header = lead?.type === 'text' ? /^(?:-H)?([A-Za-z][\w-]{1,60}):/.exec(lead.text) : null;
    if (header?.[1] === undefined || /^https?$/i.test(header[1])) return [];
    const { pieces, computed } = variables.resolve(word, command);
    const names = pieces.flatMap((piece) => (piece.type === 'variable' ? piece.name : []));
    const all = [...names, ...computed].filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name));
    return [{ name: header[1].toLowerCase(), variables: all, at: word.at }];
  });
}
