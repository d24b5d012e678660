import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { baseName } from '../../model/source.ts';
import {
  addToJsonList,
  dropFromJsonList,
  jsonPathAt,
  jsonValue,
} from '../../recognize/edit/json-edit.ts';
import { isSoundJson } from '../../recognize/edit/json-sound.ts';
import { stopGlobs } from '../../recognize/edit/stop-globs.ts';
import { closeHoles, switchOn } from './harden-switches.ts';
import { settingsSchema } from './settings-schema.ts';
import { isWideRead } from './weaknesses.ts';

/** The file that every teammate gets. */
export const settingsFile = '.claude/settings.json';
export const localFile = '.claude/settings.local.json';

export const schemas = { [settingsFile]: settingsSchema, [localFile]: settingsSchema };

/**
 * Denies what cannot be undone, lets the rest and every rule that can run anything ask, hides files with credentials, and switches the sandbox on.
 * @see https://code.claude.com/docs/en/settings (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  // A broken file is left to its owner: what would be added to it, nobody reads.
  if (!isSoundJson(request.texts.get(settingsFile) ?? '')) return [];
  const personal = request.texts.get(localFile);
  const local = personal !== undefined && isSoundJson(personal) ? personal : undefined;
  const moved = new Set(grantsOfSkills(request));
  const narrow = (file: string, text: string): string => {
    const dropped = dropLoose(request, file, text, moved);
    return dropFromJsonList(dropped, ['permissions', 'allow'], (rule) => isWideRead(String(rule)));
  };
  let text = narrow(settingsFile, request.texts.get(settingsFile) ?? '');
  const files: { readonly file: string; readonly text: string }[] = [];
  let kept = allowedLines(text);
  if (local !== undefined) {
    const narrowed = closeHoles(narrow(localFile, local));
    kept = [...kept, ...allowedLines(narrowed)];
    if (narrowed !== local) files.push({ file: localFile, text: narrowed });
  }
  // What is on no list asks anyway.
  text = addToJsonList(text, ['permissions', 'ask'], [...moved]);
  const stops = request.stops.filter((stop) => stop.effect === 'deny');
  text = addToJsonList(
    text,
    ['permissions', 'deny'],
    [
      ...stopGlobs(stops, kept).map((glob) => `Bash(${glob})`),
      ...request.tools.map(({ server, name }) => `mcp__${server.replace(/[^\w-]/g, '_')}__${name}`),
      ...request.secrets.map((path) => `Read(./${path})`),
    ],
  );
  return [{ file: settingsFile, text: switchOn(closeHoles(text), request) }, ...files];
};

/** Takes the rules that let anything run off the allow list of one file, and remembers them for the list that asks. */
function dropLoose(request: HardenRequest, file: string, text: string, moved: Set<string>): string {
  const loose = new Set<unknown>();
  for (const rule of request.loose) {
    if (!rule.at.file.endsWith(file) || baseName(rule.at.file) !== baseName(file)) continue;
    const path = jsonPathAt(text, rule.at.start);
    const written = jsonValue(text, path);
    if (path[1] === 'allow' && typeof written === 'string') loose.add(written);
  }
  for (const rule of loose) if (isWholesome(String(rule))) moved.add(String(rule));
  return dropFromJsonList(text, ['permissions', 'allow'], (value) => loose.has(value));
}

/** What skills and commands grant: only a rule that asks takes it back. Masked and shortened texts are no rules. */
function grantsOfSkills(request: HardenRequest): readonly string[] {
  return request.loose
    .filter(({ at, name }) => at.file.endsWith('.md') && /^Bash\([^…]+\)$/.test(name))
    .map(({ name }) => name)
    .filter((name) => isWholesome(name));
}

/** A rule that allows everything needs no place on the list that asks: what is on no list asks anyway. A secret must not be copied. */
function isWholesome(rule: string): boolean {
  return (
    !/^Bash(?:\((?:\*|:\*|\*\*)?\))?$/.test(rule) && !/[A-Za-z_]\w*=\S{8,}|Bearer\s/.test(rule)
  );
}

/** Commands that stay allowed. */
function allowedLines(text: string): readonly string[] {
  const allowed = jsonValue(text, ['permissions', 'allow']);
  if (!Array.isArray(allowed)) return [];
  return allowed.flatMap((rule) => /^Bash\((.+)\)$/s.exec(String(rule))?.[1] ?? []);
}
