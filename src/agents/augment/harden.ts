import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { hardenedIgnoreFile, hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { jsonValue, setJson, setJsonFirst } from '../../recognize/edit/json-edit.ts';
import { isLoose } from '../../recognize/edit/loose-rule.ts';
import { deniedGlobs, programExpressions } from '../../recognize/edit/stop-patterns.ts';

const settingsFile = '.augment/settings.json';
const localFile = '.augment/settings.local.json';
const list = ['toolPermissions'];
const shell = 'launch-process';

/** None is published for these settings. */
export const schemas = {};

/**
 * Denies what cannot be undone and destructive tools of servers in front, where the first match decides, and lets every other command ask at the end.
 * Files with credentials are hidden by the ignore file.
 * @see https://docs.augmentcode.com/cli/permissions (read 2026-11-21)
 */
export const harden: Harden = (request) => [
  ...hardenedJson(request, settingsFile, (text) => narrowed(text, request), true),
  ...hardenedJson(request, localFile, (text) => asking(text, request)),
  ...hardenedIgnoreFile(request, '.augmentignore'),
];

interface Rule {
  readonly tool: unknown;
  readonly expression: unknown;
  readonly type: unknown;
}

function rulesOf(text: string): readonly Rule[] {
  const found = jsonValue(text, list);
  if (!Array.isArray(found)) return [];
  return found.map((_, index) => ({
    tool: jsonValue(text, [...list, index, 'toolName']),
    expression: jsonValue(text, [...list, index, 'shellInputRegex']),
    type: jsonValue(text, [...list, index, 'permission', 'type']),
  }));
}

function asking(text: string, { loose }: HardenRequest): string {
  let edited = text;
  for (const [index, { tool, expression, type }] of rulesOf(text).entries()) {
    if (type !== 'allow') continue;
    const isOpen = tool === shell && expression === undefined;
    const name = expression === undefined ? String(tool) : `${tool} ${expression}`;
    if (isOpen || isLoose(loose, name)) {
      edited = setJson(edited, [...list, index, 'permission', 'type'], 'ask-user');
    }
  }
  return edited;
}

function narrowed(text: string, request: HardenRequest): string {
  let edited = asking(text, request);
  const kept = rulesOf(edited).filter(({ type }) => type === 'allow');
  const lines = kept.flatMap(({ expression }) =>
    typeof expression === 'string' ? [expression.replace(/^\^|\$$/g, '')] : [],
  );
  const have = deniedInFront(edited).flatMap(({ expression }) =>
    typeof expression === 'string' ? [expression] : [],
  );
  const commands = programExpressions(deniedGlobs(request, lines), have);
  // Each goes in front of the one before.
  for (const { server, name } of [...request.tools].reverse()) {
    edited = deniedFirst(edited, { toolName: `${name}_${server}` });
  }
  for (const shellInputRegex of [...commands].reverse()) {
    edited = deniedFirst(edited, { toolName: shell, shellInputRegex });
  }
  return askingLast(edited);
}

function deniedInFront(text: string): readonly Rule[] {
  const rules = rulesOf(text);
  const front = rules.findIndex(({ type }) => type !== 'deny');
  return rules.slice(0, front < 0 ? rules.length : front);
}

function deniedFirst(
  text: string,
  rule: { readonly toolName: string; readonly shellInputRegex?: string },
): string {
  const isThere = deniedInFront(text).some(
    ({ tool, expression }) => tool === rule.toolName && expression === rule.shellInputRegex,
  );
  return isThere
    ? text
    : setJsonFirst(text, [...list, 0], { ...rule, permission: { type: 'deny' } });
}

/** What the program does with a command that no rule names, it does not say. */
function askingLast(text: string): string {
  const rules = rulesOf(text);
  const covers = rules.some(({ tool, expression }) => tool === shell && expression === undefined);
  if (covers) return text;
  const rule = { toolName: shell, permission: { type: 'ask-user' } };
  return setJson(text, [...list, rules.length], rule);
}
