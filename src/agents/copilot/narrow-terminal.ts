import { isDeepStrictEqual } from 'node:util';
import type { AgentRule } from '../../model/fact.ts';
import type { HardenRequest } from '../../model/hardening.ts';
import { isHome } from '../../model/source.ts';
import { jsonValue, setJson } from '../../recognize/edit/json-edit.ts';
import { jsonKeys, removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { isLoose } from '../../recognize/edit/loose-rule.ts';
import { stopGlobs } from '../../recognize/edit/stop-globs.ts';
import { terminalPattern } from './terminal-pattern.ts';

const mapKey = 'chat.tools.terminal.autoApprove';
const maps = [mapKey, 'chat.agent.terminal.autoApprove'] as const;
const scripts = 'chat.tools.terminal.autoApproveWorkspaceNpmScripts';

/** Takes what can run anything off the terminal map, and lets what destroys ask, whatever the user's own map says. */
export function narrowTerminal(text: string, request: HardenRequest): string {
  let edited = text;
  for (const map of maps) {
    for (const key of jsonKeys(text, [map])) {
      if (isLoose(request.loose, key)) edited = removeJsonKey(edited, [map, key]);
    }
  }
  for (const key of openElsewhere(request)) {
    if (jsonValue(edited, [mapKey, key]) === undefined) {
      edited = setJson(edited, [mapKey, key], null);
    }
  }
  if (request.loose.some(({ name }) => name.startsWith(`${scripts}:`))) {
    edited = setJson(edited, [scripts], false);
  }
  // Nothing is approved at all then.
  if (jsonValue(edited, ['chat.tools.terminal.enableAutoApprove']) === false) return edited;
  const kept = jsonKeys(edited, [mapKey]).filter(
    (key) => !key.startsWith('/') && approves(edited, key),
  );
  const lines = kept.map((key) => `${key}*`);
  return stopGlobs(request.stops, lines)
    .map(keyOf)
    .reduce(
      (before, key) =>
        jsonValue(before, [mapKey, key]) === false ? before : setJson(before, [mapKey, key], false),
      edited,
    );
}

function approves(text: string, key: string): boolean {
  const path = [mapKey, key];
  return jsonValue(text, path) === true || jsonValue(text, [...path, 'approve']) === true;
}

/** Keys of dev containers and workspace files, which a key of the same name in the folder's settings unsets. */
function openElsewhere({ loose }: HardenRequest): readonly string[] {
  return loose.flatMap((rule) =>
    isInOtherFile(rule) && isDeepStrictEqual(terminalPattern(rule.name), rule.pattern)
      ? [rule.name]
      : [],
  );
}

function isInOtherFile({ at }: AgentRule): boolean {
  return !isHome(at.file) && /(?:devcontainer\.json|\.code-workspace)$/.test(at.file);
}

/** `railway volume delete *` is the start of a command; other globs become expressions. */
function keyOf(glob: string): string {
  const start = glob.replace(/ \*$/, '');
  if (!start.includes('*') && !start.includes('/')) return start;
  const source = start
    .split('*')
    .map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'))
    .join('.*');
  return `/^${glob.endsWith(' *') ? `${source}\\b` : source.replace(/\.\*$/, '')}/`;
}
