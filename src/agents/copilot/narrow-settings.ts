import type { HardenRequest } from '../../model/hardening.ts';
import { dropFromJsonList, jsonValue, setJson } from '../../recognize/edit/json-edit.ts';
import { jsonKeys, removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { narrowTerminal } from './narrow-terminal.ts';
import { wideOpen } from './sandbox.ts';

/** The settings that every teammate gets; they beat those of dev containers and users. */
export const settingsFile = '.vscode/settings.json';

/** What must be written, because what a user or a dev container says counts otherwise. */
const wanted = [
  ['chat.permissions.default', 'default'],
  ['chat.agent.sandbox.enabled', 'on'],
  ['chat.agent.sandbox.allowUnsandboxedCommands', false],
  ['chat.agent.sandbox.allowAutoApprove', false],
  ['chat.agent.sandbox.network.allowNetwork', false],
] as const;

/** Switches that are harmless until somebody sets them to the second value. */
const switches = [
  ['chat.tools.terminal.ignoreDefaultAutoApproveRules', true, false],
  ['chat.tools.terminal.autoReplyToPrompts', true, false],
  ['chat.agent.sandbox.autoApproveUnsandboxedCommands', true, false],
  ['chat.agent.sandbox.network.allowLocalNetwork', true, false],
  ['chat.agent.sandbox.allowNetwork', true, false],
  ['chat.agent.sandbox.mcpServers', false, true],
] as const;

/** Names under which builds old and new look for the same thing: everything is approved. */
const approvals = [
  'chat.tools.global.autoApprove',
  'chat.tools.autoApprove',
  'chat.agent.autoApprove',
  'chat.tools.autoRun',
  'chat.autoReply',
] as const;

const everywhere = /^(?:\*|[a-z*]+:\/\/\*(?:\/\**)?)$/;
const everyFile = /^(?:\*\*\/\*|\*\*|\*)$/;

/** The settings as narrow as a folder can make them. */
export function narrowSettings(text: string, request: HardenRequest): string {
  let edited = narrowTerminal(withoutOddMaps(text), request);
  for (const [key, value] of wanted) {
    const said = jsonValue(edited, [key]);
    const isFormer = value === 'on' && said === true;
    if (said !== value && !isFormer) edited = setJson(edited, [key], value);
  }
  for (const [key, open, closed] of switches) {
    if (jsonValue(edited, [key]) === open) edited = setJson(edited, [key], closed);
  }
  for (const key of approvals) {
    if (jsonValue(edited, [key]) === true) edited = removeJsonKey(edited, [key]);
  }
  return askingTools(closedPlaces(protectedEdits(edited)), request);
}

/** VS Code passes over a map that is none, and nothing can be added to it. */
function withoutOddMaps(text: string): string {
  return ['chat.tools.terminal.autoApprove', 'chat.tools.eligibleForAutoApproval'].reduce(
    (edited, key) => {
      const said = jsonValue(edited, [key]);
      const isMap = typeof said === 'object' && said !== null && !Array.isArray(said);
      return said === undefined || isMap ? edited : removeJsonKey(edited, [key]);
    },
    text,
  );
}

/** Without an entry for every file, VS Code goes on applying edits unasked, but not those of its own settings, of secrets and of locks. */
function protectedEdits(text: string): string {
  const map = 'chat.tools.edits.autoApprove';
  const edited = jsonKeys(text, [map]).reduce((before, key) => {
    if (jsonValue(before, [map, key]) !== true) return before;
    if (everyFile.test(key)) return removeJsonKey(before, [map, key]);
    return /(?:^|\/)\.vscode\//.test(key) ? setJson(before, [map, key], false) : before;
  }, text);
  const isEmptied = edited !== text && jsonKeys(edited, [map]).length === 0;
  return isEmptied ? removeJsonKey(edited, [map]) : edited;
}

/** Hosts and folders that stand for all of them. */
function closedPlaces(text: string): string {
  const urls = 'chat.tools.urls.autoApprove';
  const edited = jsonKeys(text, [urls]).reduce(
    (before, key) => (everywhere.test(key) ? removeJsonKey(before, [urls, key]) : before),
    text,
  );
  const hosts = dropFromJsonList(edited, ['chat.agent.sandbox.network.allowedDomains'], (host) =>
    /^\*(?:\.\w+)?$/.test(String(host)),
  );
  const paths = ['chat.agent.sandbox.fileSystem.userConfiguredPaths', 'readwritePaths'];
  return dropFromJsonList(hosts, paths, (path) => wideOpen.test(String(path)));
}

/** Tools of servers are known by their own name here, whichever server brings them; `false` takes the offer away to approve them for good. */
function askingTools(text: string, request: HardenRequest): string {
  const map = 'chat.tools.eligibleForAutoApproval';
  const names = new Set(request.tools.map(({ name }) => name));
  return [...names].reduce(
    (edited, name) =>
      jsonValue(edited, [map, name]) === false ? edited : setJson(edited, [map, name], false),
    text,
  );
}
