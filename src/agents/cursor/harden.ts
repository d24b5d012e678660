import type { Harden, HardenedFile, HardenRequest } from '../../model/hardening.ts';
import { parseToken } from '../../recognize/agent/cli-tokens.ts';
import {
  addToJsonList,
  dropFromJsonList,
  jsonPathAt,
  jsonValue,
  setJson,
} from '../../recognize/edit/json-edit.ts';
import { isSoundJson } from '../../recognize/edit/json-sound.ts';
import { stopGlobs } from '../../recognize/edit/stop-globs.ts';
import { wavesThrough } from './allowlists.ts';
import { closedHooks } from './harden-hooks.ts';
import { hiddenFiles } from './harden-ignore.ts';
import { closedSandbox } from './harden-sandbox.ts';

export const permissionsFile = '.cursor/permissions.json';
export const cliFile = '.cursor/cli.json';
export const sandboxFile = '.cursor/sandbox.json';
export const hooksFile = '.cursor/hooks.json';
export const ignoreFile = '.cursorignore';

/** None is published for these files. */
export const schemas = {};

/**
 * Narrows both allowlists of the editor, denies in `cli.json` what cannot be undone, closes the sandbox and its network, and hides files with
 * credentials. The editor's lists cannot deny: what is on neither is for the Run Mode of the app to judge.
 * @see https://cursor.com/docs/reference/permissions and https://cursor.com/docs/reference/sandbox (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const files: HardenedFile[] = [];
  const write = (file: string, narrow: (text: string) => string, isNew: boolean): void => {
    const before = request.texts.get(file);
    if (before === undefined && !isNew) return;
    // A broken file is left to its owner: what would be added to it, nobody reads.
    if (file.endsWith('.json') && !isSoundJson(before ?? '')) return;
    const text = narrow(before ?? '');
    if (text !== before) files.push({ file, text });
  };
  const misplaced = misplacedTokens(request.texts.get(permissionsFile) ?? '');
  const speaksOfCli = request.texts.has(cliFile);
  write(permissionsFile, (text) => narrowAllowlists(text, request), true);
  write(cliFile, (text) => narrowTokens(text, request, misplaced), misplaced.length > 0);
  write(sandboxFile, closedSandbox, true);
  write(hooksFile, closedHooks, false);
  write(ignoreFile, (text) => hiddenFiles(text, request.secrets), request.secrets.length > 0);
  // With nothing to say about the editor, its lists stay in the app.
  return speaksOfCli && isCliOnly(request)
    ? files.filter(({ file }) => file !== permissionsFile)
    : files;
};

function isCliOnly({ texts }: HardenRequest): boolean {
  return ![permissionsFile, hooksFile].some((file) => texts.has(file));
}

/** A list that is there and empty takes the place of the one in the app; `autoRun` tells a classifier in English what to wave through. */
function narrowAllowlists(text: string, request: HardenRequest): string {
  let edited = withoutLoose(text, permissionsFile, ['terminalAllowlist'], request);
  edited = withoutLoose(edited, permissionsFile, ['mcpAllowlist'], request);
  edited = dropFromJsonList(edited, ['mcpAllowlist'], (entry) =>
    reachesTool(String(entry), request.tools),
  );
  for (const list of ['terminalAllowlist', 'mcpAllowlist']) {
    if (jsonValue(edited, [list]) === undefined) edited = setJson(edited, [list], []);
  }
  edited = dropFromJsonList(edited, ['autoRun', 'allow_instructions'], (sentence) =>
    wavesThrough(String(sentence)),
  );
  if (isWrongSchema(edited)) edited = setJson(edited, ['permissions'], undefined);
  return edited;
}

/** Denies first, so that a wider allow of the same program stays harmless. */
function narrowTokens(text: string, request: HardenRequest, extra: readonly string[]): string {
  const allow = ['permissions', 'allow'];
  let edited = withoutLoose(text, cliFile, allow, request);
  edited = dropFromJsonList(edited, allow, (token) => {
    const tool = /^\s*Mcp\((.*)\)\s*$/s.exec(String(token))?.[1];
    return tool !== undefined && reachesTool(tool, request.tools);
  });
  const kept = jsonValue(edited, allow);
  const lines = (Array.isArray(kept) ? kept : []).flatMap(
    (token) =>
      /^\s*Shell\((.*)\)\s*$/s.exec(String(token))?.[1]?.replace(/^([^\s:]+):/, '$1 ') ?? [],
  );
  const stops = request.stops.filter((stop) => stop.effect === 'deny');
  return addToJsonList(
    edited,
    ['permissions', 'deny'],
    [
      ...extra,
      ...stopGlobs(stops, lines).map(shellToken),
      ...request.tools.map(({ server, name }) => `Mcp(${server}:${name})`),
      ...request.secrets.map((path) => `Read(${path})`),
    ],
  );
}

/**
 * `railway volume delete *` → `Shell(railway:volume delete*)`, which the bare command is meant by too. A short word keeps its end: `apps d *` is not
 * `apps describe`.
 */
function shellToken(glob: string): string {
  const open = /(?:^| )\S{1,3} \*$/.test(glob) ? glob : glob.replace(/ \*$/, '*');
  const [program = '', ...rest] = open.split(' ');
  const args = rest.join(' ');
  return args === '' ? `Shell(${program.replace(/\*$/, '')})` : `Shell(${program}:${args})`;
}

/**
 * Takes loose entries off one list. An agent's rules are found by their text, and by their place only where the text was masked: another agent of
 * the same folder may have changed the file before.
 */
function withoutLoose(
  text: string,
  file: string,
  list: readonly string[],
  request: HardenRequest,
): string {
  const loose = new Set<unknown>();
  const masked = new Set<unknown>();
  for (const rule of request.loose) {
    if (!rule.at.file.endsWith(file)) continue;
    loose.add(rule.name);
    const shown = rule.name.split('…')[0] ?? '';
    const written = jsonValue(text, jsonPathAt(text, rule.at.start));
    if (shown !== rule.name && typeof written === 'string' && written.startsWith(shown)) {
      masked.add(written);
    }
  }
  return dropFromJsonList(
    text,
    list,
    (entry) => loose.has(String(entry).replace(/\s+/g, ' ').trim()) || masked.has(entry),
  );
}

/** Whether an entry `server:tool` lets one of the tools run, or every tool of every server that anybody adds. */
function reachesTool(entry: string, tools: HardenRequest['tools']): boolean {
  const [server = '', name = '*'] = entry.trim().toLowerCase().split(':');
  if (server === '*' && name === '*') return true;
  return tools.some(
    (tool) => fits(server, tool.server.toLowerCase()) && fits(name, tool.name.toLowerCase()),
  );
}

function fits(glob: string, text: string): boolean {
  const parts = glob.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  // Nobody writes more stars than this for a reason.
  return parts.length > 4 || new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** Token lists that stand in the editor's file do nothing there; what they deny belongs in the CLI's. */
function misplacedTokens(text: string): readonly string[] {
  if (!isSoundJson(text)) return [];
  const deny = jsonValue(text, ['permissions', 'deny']);
  if (!Array.isArray(deny)) return [];
  return deny.filter(
    (token): token is string => typeof token === 'string' && parseToken(token, '') !== null,
  );
}

/** Every token was moved, or did nothing: an allow list that never counted is not worth keeping. */
function isWrongSchema(text: string): boolean {
  const deny = jsonValue(text, ['permissions', 'deny']);
  if (jsonValue(text, ['permissions']) === undefined) return false;
  return !Array.isArray(deny) || misplacedTokens(text).length === deny.length;
}
