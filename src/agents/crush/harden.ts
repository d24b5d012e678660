import { parse } from '../../formats/shell/parse.ts';
import type { ShellCommand, ShellWord } from '../../model/document.ts';
import type { Harden, HardenedFile, HardenRequest } from '../../model/hardening.ts';
import { filePath } from '../../model/source.ts';
import { hardenedIgnoreFile, hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { dropFromJsonList } from '../../recognize/edit/json-edit.ts';
import { isLoose } from '../../recognize/edit/loose-rule.ts';
import { withoutTools } from '../../recognize/edit/mcp-disable-tools.ts';
import { settingsSchema } from './settings-schema.ts';

const jsonFiles = ['crush.json', '.crush.json'] as const;
const scripts = ['crushrc', '.crushrc'] as const;

export const schemas = Object.fromEntries(jsonFiles.map((file) => [file, settingsSchema]));

/**
 * Takes what could run anything off the list of tools that need no question, destructive tools away from servers, and hides files with credentials.
 * Single commands cannot be denied, and there is no sandbox.
 * @see https://github.com/charmbracelet/crush#allowing-tools (read 2026-11-21)
 */
export const harden: Harden = (request) => [
  ...jsonFiles.flatMap((file) => hardenedJson(request, file, (text) => narrowed(text, request))),
  ...scripts.flatMap((file) => hardenedScript(request, file)),
  ...hardenedIgnoreFile(request, '.crushignore'),
];

function narrowed(text: string, request: HardenRequest): string {
  const edited = dropFromJsonList(text, ['permissions', 'allowed_tools'], (tool) =>
    isTooMuch(String(tool), request),
  );
  return withoutTools(edited, 'mcp', 'disabled_tools', request.tools);
}

function isTooMuch(tool: string, { loose, tools }: HardenRequest): boolean {
  return (
    isLoose(loose, `allowed_tools: ${tool}`) ||
    tools.some(({ server, name }) => tool === `mcp_${server}_${name}`)
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function hardenedScript(request: HardenRequest, file: string): readonly HardenedFile[] {
  const text = request.texts.get(file);
  const script = text === undefined ? undefined : parse(filePath(file), text);
  if (text === undefined || script?.shape !== 'shell' || script.problems.length > 0) return [];
  const edits = script.commands.flatMap((command) => editsOf(command, request));
  const edited = edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end),
      text,
    );
  return edited === text ? [] : [{ file, text: edited }];
}

function editsOf(command: ShellCommand, request: HardenRequest): readonly Edit[] {
  const [name, verb, ...rest] = command.words;
  switch (`${name?.text ?? ''} ${verb?.text ?? ''}`) {
    case 'permissions allow':
      return withoutWords(command, rest, request);
    case 'mcp add':
      return disabling(command, rest, request);
    default:
      return [];
  }
}

/** Without any tool the command has nothing left to allow, and becomes one that does nothing. */
function withoutWords(
  command: ShellCommand,
  words: readonly ShellWord[],
  request: HardenRequest,
): readonly Edit[] {
  const unwanted = words.filter(({ text }) => text !== null && isTooMuch(text, request));
  if (unwanted.length === 0) return [];
  if (unwanted.length === words.length) {
    return [{ start: command.at.start, end: command.at.end, text: ':' }];
  }
  return unwanted.map(({ at }) => {
    const before = command.words.findLast((word) => word.at.end <= at.start);
    return { start: before?.at.end ?? at.start, end: at.end, text: '' };
  });
}

function disabling(
  command: ShellCommand,
  [server, ...flags]: readonly ShellWord[],
  { tools }: HardenRequest,
): readonly Edit[] {
  const last = command.words.at(-1);
  const had = new Set(flags.map(({ text }) => text));
  const names = tools.filter((tool) => tool.server === server?.text).map(({ name }) => name);
  const missing = names.filter((name) => !had.has(name));
  if (last === undefined || missing.length === 0) return [];
  const text = missing.map((name) => ` --disabled-tools ${name}`).join('');
  return [{ start: last.at.end, end: last.at.end, text }];
}
