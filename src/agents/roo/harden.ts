import type { Harden, HardenRequest, Stop } from '../../model/hardening.ts';
import { hardenedIgnoreFile, hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { addToJsonList, dropFromJsonList, jsonValue } from '../../recognize/edit/json-edit.ts';
import { jsonKeys, removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { isLoose } from '../../recognize/edit/loose-rule.ts';
import { settingsSchema } from './settings-schema.ts';

const settingsFile = '.vscode/settings.json';
const containerFiles = ['.devcontainer/devcontainer.json', '.devcontainer.json'] as const;
const serversFile = '.roo/mcp.json';
const ignoreFile = '.rooignore';

export const schemas = { [settingsFile]: settingsSchema };

const inContainer = ['customizations', 'vscode', 'settings'];

/**
 * Denies what cannot be undone, and takes everything that can run anything off the lists, so that it asks: Roo Code has no list that asks. Lists of
 * several files are joined, so each file loses its own.
 * @see https://docs.roocode.com/features/auto-approving-actions (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const prefixes = prefixesOf(request);
  return [
    ...hardenedJson(
      request,
      settingsFile,
      (text) => denied(withoutLoose(text, [], prefixes, request), prefixes, request),
      true,
    ),
    ...containerFiles.flatMap((file) =>
      hardenedJson(request, file, (text) => withoutLoose(text, inContainer, prefixes, request)),
    ),
    ...hardenedJson(request, serversFile, (text) => withoutTools(text, request)),
    ...hardenedIgnoreFile(request, ignoreFile),
  ];
};

/** Roo Code and Zoo Code read settings of their own names; where none are written, Roo Code's. */
function prefixesOf({ texts, loose }: HardenRequest): readonly string[] {
  const written = [...texts.values()];
  const found = ['roo-cline.', 'zoo-code.'].filter((prefix) =>
    written.some((text) => text.includes(`"${prefix}`)),
  );
  if (found.length > 0) return found;
  return [loose.some(({ agent }) => agent.startsWith('zoo:')) ? 'zoo-code.' : 'roo-cline.'];
}

/** The settings without approvals for anything, and without the file that would bring more of them. */
function withoutLoose(
  text: string,
  settings: readonly string[],
  prefixes: readonly string[],
  { loose }: HardenRequest,
): string {
  return prefixes.reduce((before, prefix) => {
    const list = [...settings, `${prefix}allowedCommands`];
    const edited = dropFromJsonList(before, list, (item) => isLoose(loose, String(item)));
    const imports = [...settings, `${prefix}autoImportSettingsPath`];
    const path = jsonValue(edited, imports);
    return path === undefined || path === '' ? edited : removeJsonKey(edited, imports);
  }, text);
}

function denied(text: string, prefixes: readonly string[], { stops }: HardenRequest): string {
  const commands = stops.filter(({ effect }) => effect === 'deny').flatMap(commandsOf);
  return prefixes.reduce((edited, prefix) => {
    const list = [`${prefix}deniedCommands`];
    const present = jsonValue(edited, list);
    const have = Array.isArray(present) ? present.map(String) : [];
    return addToJsonList(
      edited,
      list,
      commands.filter((command) => !have.some((other) => covers(other, command))),
    );
  }, text);
}

/** A list of prefixes sees a flag only where it comes first. */
function commandsOf({ prefix, flags }: Stop): readonly string[] {
  return flags.length === 0 ? [prefix] : flags.map((flag) => `${prefix} ${flag}`);
}

function covers(denied: string, command: string): boolean {
  return denied.trim() !== '' && command.startsWith(denied.trimStart());
}

/** Servers without tools that are approved for good, and without those that destroy. */
function withoutTools(text: string, { tools }: HardenRequest): string {
  return jsonKeys(text, ['mcpServers']).reduce((before, server) => {
    const path = ['mcpServers', server];
    const names = tools.filter((tool) => tool.server === server).map(({ name }) => name);
    const edited = dropFromJsonList(
      before,
      [...path, 'alwaysAllow'],
      (item) => item === '*' || names.includes(String(item)),
    );
    return addToJsonList(edited, [...path, 'disabledTools'], names);
  }, text);
}
