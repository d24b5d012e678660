import type { HardenRequest } from '../../model/hardening.ts';
import {
  addToJsonList,
  dropFromJsonList,
  jsonValue,
  setJson,
} from '../../recognize/edit/json-edit.ts';
import { openingOf } from './environment.ts';
import { coverageOf } from './matcher.ts';
import { isTellingSocket, isWideFolder } from './weaknesses.ts';

type JsonPath = readonly (string | number)[];

/** What only a file that everybody gets should say: no mode without prompts, the sandbox on and without a way out, files with credentials hidden. */
export function switchOn(text: string, request: HardenRequest): string {
  let edited = setTo(text, ['permissions', 'disableBypassPermissionsMode'], 'disable');
  edited = setTo(edited, ['sandbox', 'enabled'], true);
  edited = setTo(edited, ['sandbox', 'allowUnsandboxedCommands'], false);
  return addToJsonList(
    edited,
    ['sandbox', 'filesystem', 'denyRead'],
    request.secrets.map((path) => `./${path}`),
  );
}

/** Keys that open something when they are true. */
const openings: readonly JsonPath[] = [
  ['skipDangerousModePermissionPrompt'],
  ['enableAllProjectMcpServers'],
  ['disableAllHooks'],
  ['sandbox', 'network', 'allowAllUnixSockets'],
  ['sandbox', 'enableWeakerNestedSandbox'],
  ['sandbox', 'enableWeakerNetworkIsolation'],
  ['env', 'CLAUDE_CODE_SKIP_PROMPT_HISTORY'],
];

/** Closes what one settings file opens. */
export function closeHoles(text: string): string {
  let edited = text;
  const mode = jsonValue(edited, ['permissions', 'defaultMode']);
  if (mode === 'bypassPermissions' || mode === 'auto') {
    edited = setJson(edited, ['permissions', 'defaultMode'], 'default');
  }
  for (const path of openings) {
    if (/^(?:true|1)$/i.test(String(jsonValue(edited, path)))) {
      edited = setJson(edited, path, undefined);
    }
  }
  // A personal file outranks the one that everybody gets.
  if (jsonValue(edited, ['sandbox', 'enabled']) === false) {
    edited = setJson(edited, ['sandbox', 'enabled'], true);
  }
  if (jsonValue(edited, ['sandbox', 'allowUnsandboxedCommands']) === true) {
    edited = setJson(edited, ['sandbox', 'allowUnsandboxedCommands'], false);
  }
  const days = jsonValue(edited, ['cleanupPeriodDays']);
  if (typeof days === 'number' && days < 30) edited = setJson(edited, ['cleanupPeriodDays'], 30);
  const excluded = jsonValue(edited, ['sandbox', 'excludedCommands']);
  if (Array.isArray(excluded) && excluded.length > 0) {
    edited = setJson(edited, ['sandbox', 'excludedCommands'], []);
  }
  edited = withoutWide(edited);
  edited = withoutCode(edited);
  return withClosedHooks(edited);
}

function withoutWide(text: string): string {
  const network = ['sandbox', 'network'];
  let edited = dropFromJsonList(text, [...network, 'allowedDomains'], (host) =>
    /^\*(?:\.\w+)?$/.test(String(host)),
  );
  edited = dropFromJsonList(edited, [...network, 'allowUnixSockets'], (path) =>
    isTellingSocket(String(path)),
  );
  for (const list of [
    ['permissions', 'additionalDirectories'],
    ['sandbox', 'filesystem', 'allowWrite'],
  ]) {
    edited = dropFromJsonList(edited, list, (path) => isWideFolder(String(path)));
  }
  return edited;
}

/** A gateway for the model may be meant; code that runs with every command is not needed. */
function withoutCode(text: string): string {
  let edited = text;
  for (const name of ['LD_PRELOAD', 'BASH_ENV', 'NODE_OPTIONS', 'GIT_SSH_COMMAND']) {
    const value = jsonValue(edited, ['env', name]);
    if (typeof value === 'string' && openingOf(name, value) !== null) {
      edited = setJson(edited, ['env', name], undefined);
    }
  }
  return edited;
}

/**
 * Hooks that are there for shell commands or servers stop the action when they fail. One for all tools may only write a log, and is left alone
 * unless its name says that it refuses.
 * @see https://code.claude.com/docs/en/hooks (read 2026-11-21)
 */
function withClosedHooks(text: string): string {
  let edited = text;
  const event: JsonPath = ['hooks', 'PreToolUse'];
  for (let group = 0; isAt(edited, [...event, group]); group += 1) {
    const matcher = String(jsonValue(edited, [...event, group, 'matcher']) ?? '');
    const { shell, mcp } = coverageOf(matcher);
    for (let index = 0; isAt(edited, [...event, group, 'hooks', index]); index += 1) {
      const hook: JsonPath = [...event, group, 'hooks', index];
      const command = String(jsonValue(edited, [...hook, 'command']) ?? '');
      const isGuard = /guard|block|protect|prevent|deny|safe|restrict/i.test(command);
      const isForAll = matcher === '' || matcher === '*';
      if (!(shell || mcp) || command === '' || (isForAll && !isGuard)) continue;
      if (jsonValue(edited, [...hook, 'async']) === true) continue;
      edited = setTo(edited, [...hook, 'onFailure'], 'block');
    }
  }
  return edited;
}

function isAt(text: string, path: JsonPath): boolean {
  return jsonValue(text, path) !== undefined;
}

function setTo(text: string, path: JsonPath, value: string | boolean): string {
  return jsonValue(text, path) === value ? text : setJson(text, path, value);
}
