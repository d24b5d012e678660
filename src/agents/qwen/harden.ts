import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { patternCovers } from '../../recognize/agent/pattern-covers.ts';
import {
  addToJsonList,
  dropFromJsonList,
  jsonValue,
  setJson,
} from '../../recognize/edit/json-edit.ts';
import { isBrokenJson, removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { looseItems } from '../../recognize/edit/loose-items.ts';
import { withSandbox } from '../../recognize/edit/sandbox-edit.ts';
import { withoutTrust } from '../../recognize/edit/server-trust-edit.ts';
import { deniedGlobs } from '../../recognize/edit/stop-patterns.ts';
import { type ParsedRule, parseRule } from './rules.ts';
import { settingsSchema } from './settings-schema.ts';

const settingsFile = '.qwen/settings.json';
const lists = [
  ['permissions', 'allow'],
  ['tools', 'allowed'],
] as const;

export const schemas = { [settingsFile]: settingsSchema };

/**
 * Denies what cannot be undone, lets every rule that can run anything ask, hides files with credentials, and ends the modes in which nobody is asked.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/settings.md (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const written = request.texts.get(settingsFile) ?? '';
  if (isBrokenJson(written)) return [];
  let text = withoutLoose(written, request);
  text = addToJsonList(
    text,
    ['permissions', 'deny'],
    [
      ...deniedGlobs(request, allowedCommands(text)).map(shellRule),
      ...request.tools.map(({ server, name }) => `mcp__${server.replace(/[^\w-]/g, '_')}__${name}`),
      ...request.secrets.map((path) => `Read(/${path})`),
    ],
  );
  return [{ file: settingsFile, text: switches(withoutTrust(withSandbox(text))) }];
};

function withoutLoose(text: string, { loose }: HardenRequest): string {
  const found = looseItems(text, settingsFile, loose);
  let edited = text;
  for (const list of lists) {
    const unwanted = new Set<unknown>(
      found.filter((item) => item.list.join('.') === list.join('.')).map((item) => item.text),
    );
    edited = dropFromJsonList(edited, list, (value) => unwanted.has(value));
  }
  const kept = allowedRules(edited);
  const moved = found.filter((item) => !item.holdsSecret && !silences(item.text, kept));
  return addToJsonList(
    edited,
    ['permissions', 'ask'],
    moved.map((item) => item.text),
  );
}

/** Asking beats allowing: what would catch a rule that stays allowed is on no list, and asks all the same. */
function silences(text: string, kept: readonly ParsedRule[]): boolean {
  const wide = parseRule(text, '');
  if (wide === null || wide.pattern.type === 'any') return true;
  return kept.some(
    (narrow) => narrow.tool === wide.tool && patternCovers(wide.pattern, narrow.pattern),
  );
}

function allowedRules(text: string): readonly ParsedRule[] {
  return lists.flatMap((list) => {
    const written = jsonValue(text, list);
    return (Array.isArray(written) ? written : []).flatMap(
      (item) => parseRule(String(item), '') ?? [],
    );
  });
}

/** Commands that the team allows. */
function allowedCommands(text: string): readonly string[] {
  return allowedRules(text).flatMap(({ tool, pattern }) =>
    tool === 'shell' && 'text' in pattern ? [pattern.text] : [],
  );
}

/** Without a star, the start of a command up to a word's end. */
function shellRule(glob: string): string {
  const start = glob.replace(/ \*$/, '');
  return start.includes('*') ? `Bash(${glob})` : `Bash(${start})`;
}

/** Without a mode sessions start with a classifier that answers for the person. */
function switches(text: string): string {
  let edited = text;
  const mode = jsonValue(edited, ['tools', 'approvalMode']);
  if (!/^(?:plan|default|auto-edit)$/.test(String(mode))) {
    edited = setJson(edited, ['tools', 'approvalMode'], 'default');
  }
  const newer = ['general', 'defaultPermissionMode'];
  if (/^(?:bypass_permissions|yolo|auto)$/.test(String(jsonValue(edited, newer)))) {
    edited = setJson(edited, newer, 'default');
  }
  for (const path of [
    ['general', 'chatRecording'],
    ['context', 'fileFiltering', 'respectQwenIgnore'],
  ]) {
    if (jsonValue(edited, path) === false) edited = setJson(edited, path, true);
  }
  return jsonValue(edited, ['disableAllHooks']) === true
    ? removeJsonKey(edited, ['disableAllHooks'])
    : edited;
}
