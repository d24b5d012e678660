import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { addToJsonList, dropFromJsonList, jsonValue } from '../../recognize/edit/json-edit.ts';
import { isLoose, mayBeCopied } from '../../recognize/edit/loose-rule.ts';
import { parseRule } from './rules.ts';

const configFile = '.devin/config.json';
/** Their lists are merged with the shared ones; the folder was called `.cognition` once. */
const otherFiles = [
  '.devin/config.local.json',
  '.cognition/config.json',
  '.cognition/config.local.json',
];
const allowed = ['permissions', 'allow'];

/** None is published for these settings. */
export const schemas = {};

/**
 * Denies what cannot be undone, destructive tools of servers and reading of files with credentials; what could run anything asks. Rules for commands are
 * prefixes, so a command that only some flag makes destructive asks. The sandbox is the user's to set.
 * @see https://docs.devin.ai/cli/reference/permissions (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const texts = [configFile, ...otherFiles].map((file) => request.texts.get(file) ?? '');
  const loose = texts.flatMap((text) => tooMuch(text, request));
  return [
    ...hardenedJson(
      request,
      configFile,
      (text) => strict(withoutLoose(text, request), request, loose),
      true,
    ),
    ...otherFiles.flatMap((file) =>
      hardenedJson(request, file, (text) => withoutLoose(text, request)),
    ),
  ];
};

/** Rules that can run anything, and those that let it fetch from everywhere. */
function tooMuch(text: string, { loose }: HardenRequest): readonly string[] {
  const rules = jsonValue(text, allowed);
  if (!Array.isArray(rules)) return [];
  return rules
    .filter((rule) => typeof rule === 'string')
    .filter((rule) => isLoose(loose, rule) || isForAll(rule, 'network'));
}

function isForAll(rule: string, tool: 'network' | 'shell'): boolean {
  const parsed = parseRule(rule, '');
  return parsed?.tool === tool && parsed.pattern.type === 'any';
}

function withoutLoose(text: string, request: HardenRequest): string {
  const loose = tooMuch(text, request);
  return dropFromJsonList(text, allowed, (rule) => loose.includes(String(rule)));
}

/** What is on no list asks anyway, so rules for everything need no place on the list that asks. */
function strict(text: string, request: HardenRequest, loose: readonly string[]): string {
  const asking = loose.filter(
    (rule) => mayBeCopied(rule) && !isForAll(rule, 'shell') && !isForAll(rule, 'network'),
  );
  const stops = request.stops.filter(({ effect }) => effect === 'deny');
  const flagged = stops.filter(({ flags }) => flags.length > 0);
  const edited = addToJsonList(
    text,
    ['permissions', 'ask'],
    [...asking, ...flagged.map(({ prefix }) => `Exec(${prefix})`)],
  );
  return addToJsonList(
    edited,
    ['permissions', 'deny'],
    [
      ...stops.flatMap(({ prefix, flags }) =>
        flags.length === 0 ? [`Exec(${prefix})`] : flags.map((flag) => `Exec(${prefix} ${flag})`),
      ),
      ...request.tools.map(({ server, name }) => `mcp__${server}__${name}`),
      ...request.secrets.map((path) => `Read(**/${path})`),
    ],
  );
}
