import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { hideInIgnoreFile } from '../../recognize/edit/ignore-edit.ts';
import {
  addToJsonList,
  dropFromJsonList,
  jsonValue,
  setJson,
} from '../../recognize/edit/json-edit.ts';
import { isBrokenJson, jsonKeys, removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { looseItems } from '../../recognize/edit/loose-items.ts';
import { withSandbox } from '../../recognize/edit/sandbox-edit.ts';
import { withoutTrust } from '../../recognize/edit/server-trust-edit.ts';
import { isShortAge, secretNames } from './limits.ts';
import { settingsSchema } from './settings-schema.ts';
import { toolEntry } from './tool-names.ts';

const settingsFile = '.gemini/settings.json';
const ignoreFile = '.geminiignore';

export const schemas = { [settingsFile]: settingsSchema };

/**
 * A project cannot deny single commands: its policies are not loaded, and its lists compare whole tools. So whatever could run anything leaves the lists
 * that skip the question, and all that is left out asks.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/configuration.md (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const ignored = request.texts.get(ignoreFile) ?? '';
  const hidden = { file: ignoreFile, text: hideInIgnoreFile(ignored, request.secrets) };
  const files = request.secrets.length === 0 ? [] : [hidden];
  const written = request.texts.get(settingsFile) ?? '';
  if (isBrokenJson(written)) return files;
  let text = withoutLoose(written, request);
  for (const { server, name } of request.tools) text = withoutTool(text, server, name);
  text = withHooks(security(withTranscripts(withoutTrust(withSandbox(text)))));
  const respect = ['context', 'fileFiltering', 'respectGeminiIgnore'];
  if (jsonValue(text, respect) === false) text = setJson(text, respect, true);
  return [{ file: settingsFile, text }, ...files];
};

/** Both lists let commands run unasked. The second one also says which tools exist, so a whole tool stays on it and asks. */
function withoutLoose(text: string, { loose }: HardenRequest): string {
  const found = looseItems(text, settingsFile, loose);
  const on = (list: string) =>
    found.filter((item) => item.list.join('.') === list).map((item) => item.text);
  const isWhole = (item: string): boolean => toolEntry(item)?.isNarrowed === false;
  const allowed = new Set<unknown>(on('tools.allowed'));
  const core = on('tools.core');
  const narrow = new Set<unknown>(core.filter((item) => !isWhole(item)));
  const edited = dropFromJsonList(text, ['tools', 'allowed'], (item) => allowed.has(item));
  return addToJsonList(
    dropFromJsonList(edited, ['tools', 'core'], (item) => narrow.has(item)),
    ['tools', 'confirmationRequired'],
    core.filter(isWhole),
  );
}

function withoutTool(text: string, server: string, name: string): string {
  if (!jsonKeys(text, ['mcpServers']).includes(server)) return text;
  return addToJsonList(text, ['mcpServers', server, 'excludeTools'], [name]);
}

function security(text: string): string {
  let edited = text;
  for (const path of [
    ['security', 'disableYoloMode'],
    ['security', 'environmentVariableRedaction', 'enabled'],
  ]) {
    if (jsonValue(edited, path) !== true) edited = setJson(edited, path, true);
  }
  const kept = ['security', 'autoAddToPolicyByDefault'];
  if (jsonValue(edited, kept) === true) edited = setJson(edited, kept, false);
  return dropFromJsonList(edited, ['security', 'environmentVariableRedaction', 'allowed'], (name) =>
    secretNames.test(String(name)),
  );
}

function withTranscripts(text: string): string {
  const age = ['general', 'sessionRetention', 'maxAge'];
  const written = jsonValue(text, age);
  const isShort = typeof written === 'string' && isShortAge(written);
  return isShort ? setJson(text, age, '30d') : text;
}

/** Hooks that judge tools before they run are switched on again. */
function withHooks(text: string): string {
  const enabled = ['hooksConfig', 'enabled'];
  const edited = jsonValue(text, enabled) === false ? removeJsonKey(text, enabled) : text;
  const judging = new Set(beforeTool(edited));
  return dropFromJsonList(edited, ['hooksConfig', 'disabled'], (name) => judging.has(name));
}

/** Names and commands of those hooks. */
function beforeTool(text: string): readonly unknown[] {
  const event = ['hooks', 'BeforeTool'];
  return indices(text, event).flatMap((group) => {
    const hooks = [...event, group, 'hooks'];
    return indices(text, hooks).flatMap((index) =>
      ['name', 'command'].map((key) => jsonValue(text, [...hooks, index, key])),
    );
  });
}

function indices(text: string, path: readonly (string | number)[]): readonly number[] {
  const list = jsonValue(text, path);
  return Array.isArray(list) ? [...list.keys()] : [];
}
