import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { hardenedJson } from '../../recognize/edit/hardened-file.ts';
import {
  dropFromJsonList,
  jsonValue,
  setJson,
  setJsonFirst,
} from '../../recognize/edit/json-edit.ts';
import { isLoose } from '../../recognize/edit/loose-rule.ts';
import { deniedGlobs, globExpression } from '../../recognize/edit/stop-patterns.ts';

const settingsFiles = ['.amp/settings.json', '.amp/settings.jsonc'] as const;
const editorFile = '.vscode/settings.json';
const everything = ['amp.dangerouslyAllowAll'];
const list = ['amp.permissions'];

/** None is published for these settings. */
export const schemas = {};

/**
 * Rejects what cannot be undone and files with credentials in front, where the first match decides; lets every other command ask at the end, and
 * switches the mode off that looks at no rule.
 * @see https://ampcode.com/manual#permissions (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const main = settingsFiles.find((file) => request.texts.has(file)) ?? settingsFiles[0];
  return [
    ...hardenedJson(request, main, (text) => narrowed(text, request), true),
    // The editor's settings come second; what they open has to go, the rest is said in the first file.
    ...hardenedJson(request, editorFile, (text) => withoutLoose(text, request)),
  ];
};

function narrowed(text: string, request: HardenRequest): string {
  let edited = withoutLoose(text, request);
  if (jsonValue(edited, everything) !== false) edited = setJson(edited, everything, false);
  edited = rejectedFirst(edited, 'Read', 'path', readPatterns(request));
  edited = toolsFirst(edited, request);
  const globs = deniedGlobs(request, allowedCommands(edited));
  const expressions = globs.map((glob) => `/${globExpression(glob)}/`);
  edited = rejectedFirst(edited, 'Bash', 'cmd', expressions);
  return askingLast(edited);
}

/** What allows too much asks. A list of commands cannot ask: what is on it goes. */
function withoutLoose(text: string, { loose }: HardenRequest): string {
  let edited = jsonValue(text, everything) === true ? setJson(text, everything, false) : text;
  for (const [index, rule] of rulesOf(edited).entries()) {
    if (rule.action !== 'allow') continue;
    const isOpen = /^(?:Bash|\*)$/.test(rule.tool) && rule.conditions === 0;
    const names = [rule.tool, ...rule.commands.map((command) => `${rule.tool} ${command}`)];
    if (isOpen || names.some((name) => isLoose(loose, name))) {
      edited = setJson(edited, [...list, index, 'action'], 'ask');
    }
  }
  return dropFromJsonList(edited, ['amp.commands.allowlist'], (command) =>
    isLoose(loose, `amp.commands.allowlist: ${String(command).trim()}`),
  );
}

interface Rule {
  readonly tool: string;
  readonly action: string;
  readonly commands: readonly string[];
  readonly conditions: number;
}

function rulesOf(text: string): readonly Rule[] {
  const found = jsonValue(text, list);
  if (!Array.isArray(found)) return [];
  return found.map((_, index) => {
    const at = (...path: readonly string[]): unknown => jsonValue(text, [...list, index, ...path]);
    const matches = at('matches');
    return {
      tool: String(at('tool') ?? ''),
      action: String(at('action') ?? ''),
      commands: texts(at('matches', 'cmd')),
      conditions: matches === undefined ? 0 : 1,
    };
  });
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

function allowedCommands(text: string): readonly string[] {
  const rules = rulesOf(text).filter(({ action }) => action === 'allow');
  return [
    ...rules.flatMap(({ commands }) => commands),
    ...texts(jsonValue(text, ['amp.commands.allowlist'])),
  ];
}

/** Paths reach the rules absolute. */
function readPatterns({ secrets }: HardenRequest): readonly string[] {
  return secrets.map((path) => `*/${path}`);
}

/** One rule in front that rejects all of these; the one that is there already is added to. */
function rejectedFirst(
  text: string,
  tool: string,
  argument: string,
  patterns: readonly string[],
): string {
  const rules = rulesOf(text);
  const front = rules.findIndex(({ action }) => action !== 'reject');
  const leading = rules.slice(0, front < 0 ? rules.length : front);
  const have = new Map<string, number>();
  for (const [index, rule] of leading.entries()) {
    if (rule.tool !== tool) continue;
    const written = texts(jsonValue(text, [...list, index, 'matches', argument]));
    for (const pattern of written) have.set(pattern, index);
  }
  const missing = patterns.filter((pattern) => !have.has(pattern));
  if (missing.length === 0) return text;
  const own = leading.findIndex(
    (rule, index) =>
      rule.tool === tool && Array.isArray(jsonValue(text, [...list, index, 'matches', argument])),
  );
  if (own < 0) {
    const rule = { tool, matches: { [argument]: missing }, action: 'reject' };
    return setJsonFirst(text, [...list, 0], rule);
  }
  const path = [...list, own, 'matches', argument];
  const start = texts(jsonValue(text, path)).length;
  return missing.reduce(
    (edited, pattern, index) => setJson(edited, [...path, start + index], pattern),
    text,
  );
}

function toolsFirst(text: string, { tools }: HardenRequest): string {
  const names = tools.map(({ server, name }) => `mcp__${server.replace(/[^\w-]/g, '_')}__${name}`);
  let edited = text;
  for (const tool of new Set(names.reverse())) {
    const rules = rulesOf(edited);
    const front = rules.findIndex(({ action }) => action !== 'reject');
    const leading = rules.slice(0, front < 0 ? rules.length : front);
    if (leading.some((rule) => rule.tool === tool && rule.conditions === 0)) continue;
    edited = setJsonFirst(edited, [...list, 0], { tool, action: 'reject' });
  }
  return edited;
}

/** Commands that no rule names are otherwise left to a list inside the program. */
function askingLast(text: string): string {
  const rules = rulesOf(text);
  const covers = rules.some(
    ({ tool, conditions }) => /^(?:Bash|\*)$/.test(tool) && conditions === 0,
  );
  return covers ? text : setJson(text, [...list, rules.length], { tool: 'Bash', action: 'ask' });
}
