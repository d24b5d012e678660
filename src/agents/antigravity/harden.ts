import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { patternCovers } from '../../recognize/agent/pattern-covers.ts';
import { addToJsonList, dropFromJsonList, jsonValue } from '../../recognize/edit/json-edit.ts';
import { isBrokenJson, jsonKeys } from '../../recognize/edit/json-remove.ts';
import { looseItems } from '../../recognize/edit/loose-items.ts';
import { deniedGlobs } from '../../recognize/edit/stop-patterns.ts';
import { parseToken, type Token } from './tokens.ts';

const settingsFile = '.antigravity/settings.json';
const serversFile = '.agents/mcp_config.json';
const allow = ['permissions', 'allow'];

/** No schema is published. */
export const schemas = {};

/**
 * Denies what cannot be undone, lets every entry ask that can run anything, leave the sandbox or use a whole server, and hides files with credentials.
 * Presets and modes are state of the app and of the user's file: nothing here changes them.
 * @see https://antigravity.google/docs/permissions (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const settings = request.texts.get(settingsFile) ?? '';
  const servers = request.texts.get(serversFile) ?? '';
  const files = isBrokenJson(settings)
    ? []
    : [{ file: settingsFile, text: narrowed(settings, request) }];
  if (servers === '' || isBrokenJson(servers)) return files;
  return [...files, { file: serversFile, text: withoutTools(servers, request) }];
};

function narrowed(text: string, request: HardenRequest): string {
  const found = looseItems(text, settingsFile, request.loose);
  const loose = new Set(found.map((item) => item.text));
  const secret = new Set(found.filter((item) => item.holdsSecret).map((item) => item.text));
  const dropped = itemsOf(text, allow).filter((item) => loose.has(item) || isWayOut(item));
  const edited = dropFromJsonList(text, allow, (item) => dropped.includes(String(item)));
  const moved = dropped.filter(
    (item) => !secret.has(item) && !silences(item, itemsOf(edited, allow)),
  );
  return addToJsonList(
    addToJsonList(edited, ['permissions', 'ask'], moved),
    ['permissions', 'deny'],
    [
      ...deniedGlobs(request, allowedCommands(edited)).map(shellRule),
      ...request.tools.map(({ server, name }) => `mcp(${server}/${name})`),
      ...request.secrets.map((path) => `read_file(${path})`),
    ],
  );
}

function itemsOf(text: string, list: readonly string[]): readonly string[] {
  const written = jsonValue(text, list);
  return Array.isArray(written) ? written.filter((item) => typeof item === 'string') : [];
}

/** Leaves the sandbox, or uses any tool of a server, tools that it gains later included. */
function isWayOut(item: string): boolean {
  const token = parseToken(item, '');
  if (token?.type !== 'rule') return token?.type === 'unsandboxed';
  return token.tool === 'mcp' && token.pattern.type !== 'exact';
}

/** Asking beats allowing: what would catch an entry that stays allowed is on no list, and asks unless a preset of the app says otherwise. */
function silences(item: string, kept: readonly string[]): boolean {
  const wide = ruleOf(item);
  if (wide === null) return false;
  if (wide.tool === 'shell' && wide.pattern.type === 'any') return true;
  return kept.some((other) => {
    const narrow = ruleOf(other);
    return narrow?.tool === wide.tool && patternCovers(wide.pattern, narrow.pattern);
  });
}

function ruleOf(item: string): Extract<Token, { readonly type: 'rule' }> | null {
  const token = parseToken(item, '');
  return token?.type === 'rule' ? token : null;
}

/** Commands that the team allows. */
function allowedCommands(text: string): readonly string[] {
  return itemsOf(text, allow).flatMap((item) => {
    const rule = ruleOf(item);
    return rule?.tool === 'shell' && 'text' in rule.pattern ? [rule.pattern.text] : [];
  });
}

/** Without a star, the start of a command up to a word's end. */
function shellRule(glob: string): string {
  const start = glob.replace(/ \*$/, '');
  return start.includes('*') ? `command(${glob})` : `command(${start})`;
}

/** The command line program has no permissions of its own in a project, but its servers do without tools. */
function withoutTools(text: string, { tools }: HardenRequest): string {
  const servers = jsonKeys(text, ['mcpServers']);
  return tools.reduce(
    (edited, { server, name }) =>
      servers.includes(server)
        ? addToJsonList(edited, ['mcpServers', server, 'disabledTools'], [name])
        : edited,
    text,
  );
}
