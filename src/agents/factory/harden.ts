import type { Harden, HardenRequest, Stop } from '../../model/hardening.ts';
import { hardenedJson } from '../../recognize/edit/hardened-file.ts';
import {
  addToJsonList,
  dropFromJsonList,
  jsonValue,
  setJson,
} from '../../recognize/edit/json-edit.ts';
import { removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { isLoose, mayBeCopied } from '../../recognize/edit/loose-rule.ts';
import { withoutTools } from '../../recognize/edit/mcp-disable-tools.ts';
import { isWritableHole } from './sandbox.ts';

const settingsFile = '.factory/settings.json';
const localFile = '.factory/settings.local.json';
const allowed = ['commandAllowlist'];
const domains = ['sandbox', 'network', 'allowedDomains'];
const writable = ['sandbox', 'filesystem', 'allowWrite'];

/** None is published for these settings. */
export const schemas = {};

/**
 * Blocks what cannot be undone, lets what could run anything ask, confines commands to a sandbox with a closed network that hides files with
 * credentials, and takes destructive tools of servers away.
 * @see https://docs.factory.ai/cli/configuration/settings (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const lists = [settingsFile, localFile].map((file) => request.texts.get(file) ?? '');
  const loose = lists.flatMap((text) => looseCommands(text, request));
  return [
    ...hardenedJson(
      request,
      settingsFile,
      (text) => listed(confined(closed(text, request), request), request, loose),
      true,
    ),
    ...hardenedJson(request, localFile, (text) => closed(text, request)),
    ...hardenedJson(request, '.factory/mcp.json', (text) =>
      withoutTools(text, 'mcpServers', 'disabledTools', request.tools),
    ),
  ];
};

function commandsIn(text: string): readonly string[] {
  const found = jsonValue(text, allowed);
  return Array.isArray(found) ? found.filter((command) => typeof command === 'string') : [];
}

function looseCommands(text: string, { loose }: HardenRequest): readonly string[] {
  return commandsIn(text).filter((command) => isLoose(loose, `commandAllowlist: ${command}`));
}

/** The lists of all files count, so one says it. */
function listed(text: string, request: HardenRequest, loose: readonly string[]): string {
  const asking = loose.filter((command) => /[^*\s]/.test(command) && mayBeCopied(command));
  const edited = addToJsonList(text, ['commandDenylist'], asking);
  return addToJsonList(edited, ['commandBlocklist'], request.stops.flatMap(blocked));
}

/** Words from the start of the command, which every version takes; a flag may also stand further behind. */
function blocked({ prefix, flags, effect }: Stop): readonly string[] {
  if (effect !== 'deny') return [];
  if (flags.length === 0) return [prefix];
  return flags.flatMap((flag) => [`${prefix} ${flag}`, `${prefix} *${flag}*`]);
}

const levels = [
  ['sessionDefaultSettings', 'autonomyLevel'],
  ['sessionDefaultSettings', 'autonomyMode'],
  ['autonomyLevel'],
  ['autonomyMode'],
] as const;

/** What opens something goes, whichever file it is in. */
function closed(text: string, request: HardenRequest): string {
  const loose = looseCommands(text, request);
  let edited = dropFromJsonList(text, allowed, (command) => loose.includes(String(command)));
  for (const path of levels) {
    const level = jsonValue(edited, path);
    if (typeof level !== 'string' || !/medium|high/.test(level)) continue;
    edited = setJson(edited, path, level.startsWith('auto-') ? 'auto-low' : 'low');
  }
  for (const path of [['enableDroidShield'], ['sessionDefaultSettings', 'enableDroidShield']]) {
    if (jsonValue(edited, path) === false) edited = removeJsonKey(edited, path);
  }
  if (jsonValue(edited, ['hooksDisabled']) === true) {
    edited = removeJsonKey(edited, ['hooksDisabled']);
  }
  if (jsonValue(edited, ['sandbox', 'enabled']) === false) {
    edited = setJson(edited, ['sandbox', 'enabled'], true);
  }
  edited = dropFromJsonList(edited, domains, (host) => host === '*');
  return dropFromJsonList(edited, writable, (path) => isWritableHole(String(path)));
}

function confined(text: string, { secrets }: HardenRequest): string {
  const isOn = jsonValue(text, ['sandbox', 'enabled']) === true;
  const edited = isOn ? text : setJson(text, ['sandbox', 'enabled'], true);
  const hidden = secrets.map((path) => `./${path}`);
  return addToJsonList(edited, ['sandbox', 'filesystem', 'denyRead'], hidden);
}
