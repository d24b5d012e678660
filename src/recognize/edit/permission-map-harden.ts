import type { HardenRequest } from '../../model/hardening.ts';
import { jsonValue, setJson, setJsonFirst } from './json-edit.ts';
import { jsonKeys, removeJsonKey } from './json-remove.ts';
import { isLoose } from './loose-rule.ts';
import { deniedGlobs } from './stop-patterns.ts';

type JsonPath = readonly string[];

/** Files of environments, as one reads them by hand: denied, but for the example. */
const environmentFiles = {
  '*': 'allow',
  '*.env': 'deny',
  '*.env.*': 'deny',
  '*.env.example': 'allow',
} as const;

const looking = ['grep', 'glob', 'list'] as const;

/**
 * A settings file with a `permission` map, narrowed: commands ask, what cannot be undone and files with credentials are denied at the end, where the
 * last match decides, and so are tools of servers. `open`: what no rule names runs unless the file says otherwise.
 */
export function narrowPermissionMap(text: string, request: HardenRequest, open: boolean): string {
  const whole = jsonValue(text, ['permission']);
  if (whole === 'deny') return text;
  let edited = withoutSwitches(asking(text, request), request);
  const before = jsonValue(edited, ['permission', '*']);
  const wasOpen =
    whole === 'allow' || jsonValue(text, ['permission', '*']) === 'allow' || before === 'allow';
  edited = withStar(edited, open);
  const isUnsaid = before === undefined && typeof whole !== 'string';
  const isOpened = wasOpen || (open && isUnsaid);
  edited = commands(edited, ['permission', 'bash'], request);
  edited = reading(edited, request, isOpened || isUnsaid);
  if (isOpened) for (const tool of looking) edited = orAllowed(edited, ['permission', tool]);
  for (const block of namedBlocks(edited)) edited = namedCommands(edited, block, request);
  edited = folders(edited);
  return servers(edited, request);
}

/** What the front matter of a named agent's own file says, narrowed like the entry that it could be in the settings. */
export function narrowAgentSettings(front: object, request: HardenRequest): object {
  const path = ['agent', 'own'];
  const text = JSON.stringify({ agent: { own: front } });
  const edited = withoutSwitches(asking(text, request), request);
  const narrowed = namedCommands(edited, [...path, 'permission'], request);
  const { agent }: { readonly agent: { readonly own: object } } = JSON.parse(narrowed); // edits of keys keep its shape
  return agent.own;
}

/** `permission` maps of named agents. */
function namedBlocks(text: string): readonly JsonPath[] {
  return ['mode', 'agent'].flatMap((key) =>
    jsonKeys(text, [key]).map((name) => [key, name, 'permission']),
  );
}

/** Everything that is allowed and loose asks, wherever it stands. */
function asking(text: string, { loose }: HardenRequest): string {
  let edited = text;
  for (const block of [['permission'], ...namedBlocks(text)]) {
    if (jsonValue(edited, block) === 'allow') {
      const isMain = block.length === 1;
      if (isMain || isLoose(loose, '*')) edited = setJson(edited, block, { '*': 'ask' });
    }
    for (const tool of jsonKeys(edited, block)) {
      const path = [...block, tool];
      if (jsonValue(edited, path) === 'allow' && isLoose(loose, tool)) {
        edited = setJson(edited, path, 'ask');
      }
      for (const pattern of jsonKeys(edited, path)) {
        const name = pattern === '*' ? tool : `${tool}: ${pattern}`;
        const isAllowed = jsonValue(edited, [...path, pattern]) === 'allow';
        if (isAllowed && isLoose(loose, name)) edited = setJson(edited, [...path, pattern], 'ask');
      }
    }
  }
  return edited;
}

/** The older booleans come before every rule: what they deny is said again where it counts, what they allow would move a key to the front. */
function withoutSwitches(text: string, { loose }: HardenRequest): string {
  let edited = text;
  for (const block of [[], ...namedBlocks(text).map((path) => path.slice(0, -1))]) {
    for (const tool of jsonKeys(edited, [...block, 'tools'])) {
      const path = [...block, 'tools', tool];
      const value = jsonValue(edited, path);
      if (value === true && (/^(?:bash|\*)$/.test(tool) || isLoose(loose, tool))) {
        edited = removeJsonKey(edited, path);
      }
      const key = /^(?:write|patch|multiedit)$/.test(tool) ? 'edit' : tool;
      const isSaid = jsonValue(edited, [...block, 'permission', key]) !== undefined;
      if (value === false && block.length === 0 && !isSaid) {
        edited = setJson(edited, ['permission', key], 'deny');
      }
    }
  }
  return edited;
}

/** `*` in front of all other keys, where it overrides none of them, and never open. */
function withStar(text: string, open: boolean): string {
  const path = ['permission', '*'];
  const star = jsonValue(text, path);
  const whole = jsonValue(text, ['permission']);
  if (typeof whole === 'string') return setJson(text, ['permission'], { '*': whole });
  if (star === undefined) return open ? setJsonFirst(text, path, 'ask') : text;
  const edited = star === 'allow' ? setJson(text, path, 'ask') : text;
  return starFirst(edited, ['permission']);
}

/** What stood before a `*` had no say. Moved behind it, it has: denials may, what it allowed takes the action of the `*`. */
function starFirst(text: string, map: JsonPath): string {
  const keys = jsonKeys(text, map);
  const star = jsonValue(text, [...map, '*']);
  const at = keys.indexOf('*');
  if (at <= 0 || typeof star !== 'string') return text;
  let edited = setJsonFirst(removeJsonKey(text, [...map, '*']), [...map, '*'], star);
  for (const key of keys.slice(0, at)) {
    const path = [...map, key];
    for (const place of [path, ...jsonKeys(edited, path).map((inner) => [...path, inner])]) {
      if (jsonValue(edited, place) === 'allow') edited = setJson(edited, place, star);
    }
  }
  return edited;
}

function commands(text: string, path: JsonPath, request: HardenRequest): string {
  const value = jsonValue(text, path);
  if (value === 'deny') return text;
  const isClosed = value === undefined && jsonValue(text, [...path.slice(0, -1), '*']) === 'deny';
  if (isClosed) return text;
  let edited = opened(text, path, value === 'allow' ? 'ask' : (value ?? 'ask'));
  if (jsonValue(edited, [...path, '*']) === 'allow')
    edited = setJson(edited, [...path, '*'], 'ask');
  edited = starFirst(edited, path);
  const kept = jsonKeys(edited, path).filter(
    (key) => jsonValue(edited, [...path, key]) === 'allow',
  );
  return deniedLast(edited, path, deniedGlobs(request, kept));
}

/** A named agent's rules come after the shared ones: where it allows commands, it needs the denials again. */
function namedCommands(text: string, block: JsonPath, request: HardenRequest): string {
  const path = [...block, 'bash'];
  const value = jsonValue(text, path);
  const keys = jsonKeys(text, path);
  const isStrict = keys.every((key) => jsonValue(text, [...path, key]) === 'deny');
  if (value === undefined || value === 'deny' || (typeof value !== 'string' && isStrict)) {
    return text;
  }
  return commands(text, path, request);
}

function reading(text: string, { secrets }: HardenRequest, isOpen: boolean): string {
  const path = ['permission', 'read'];
  const value = jsonValue(text, path);
  if (value === 'deny') return text;
  let edited = text;
  if (value === undefined) {
    if (secrets.length === 0 && !isOpen) return text;
    if (isOpen) edited = setJson(edited, path, environmentFiles);
  } else {
    edited = opened(edited, path, value);
  }
  // Paths are looked at from the root of the repository, which may be above this file.
  return deniedLast(
    edited,
    path,
    secrets.map((file) => `*${file}`),
  );
}

/** A plain action as a map, so that exceptions find room behind it. */
function opened(text: string, path: JsonPath, value: unknown): string {
  return typeof value === 'string' && jsonKeys(text, path).length === 0
    ? setJson(text, path, { '*': value })
    : text;
}

function orAllowed(text: string, path: JsonPath): string {
  return jsonValue(text, path) === undefined ? setJson(text, path, 'allow') : text;
}

/** Denials that stand where nothing behind them takes them back. Those that are in their place already are not touched. */
function deniedLast(text: string, map: JsonPath, patterns: readonly string[]): string {
  const keys = jsonKeys(text, map);
  const last = keys.findLastIndex((key) => jsonValue(text, [...map, key]) !== 'deny');
  const settled = new Set(keys.slice(last + 1));
  let edited = text;
  for (const pattern of new Set(patterns)) {
    if (settled.has(pattern)) continue;
    const path = [...map, pattern];
    if (keys.includes(pattern)) edited = removeJsonKey(edited, path);
    edited = setJson(edited, path, 'deny');
  }
  return edited;
}

/** Folders outside the project are opened when somebody agrees. */
function folders(text: string): string {
  const path = ['permission', 'external_directory'];
  const isWide = (key: string): boolean => /^(?:\*+|~|~\/\*+|\/\*+|\$HOME(?:\/\*+)?)$/.test(key);
  let edited = jsonValue(text, path) === 'allow' ? setJson(text, path, 'ask') : text;
  for (const key of jsonKeys(edited, path).filter(isWide)) {
    if (jsonValue(edited, [...path, key]) === 'allow') {
      edited = setJson(edited, [...path, key], 'ask');
    }
  }
  return edited;
}

/** Tools are called `<server>_<tool>`. */
function servers(text: string, { tools }: HardenRequest): string {
  let edited = text;
  const names = tools.map(({ server, name }) => `${server.replace(/[^\w-]/g, '_')}_${name}`);
  const open = namedBlocks(text).filter((block) =>
    jsonKeys(text, block).some(
      (key) => key.includes('_') && jsonValue(text, [...block, key]) === 'allow',
    ),
  );
  for (const block of [['permission'], ...open]) {
    for (const name of new Set(names)) {
      const keys = jsonKeys(edited, block);
      const behind = keys.slice(keys.indexOf(name) + 1);
      const isTakenBack = behind.some(
        (key) => /[*?]/.test(key) && jsonValue(edited, [...block, key]) !== 'deny',
      );
      if (jsonValue(edited, [...block, name]) === 'deny' && !isTakenBack) continue;
      const without = keys.includes(name) ? removeJsonKey(edited, [...block, name]) : edited;
      edited = setJson(without, [...block, name], 'deny');
    }
  }
  return edited;
}
