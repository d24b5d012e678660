import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { isLoose, mayBeCopied } from '../../recognize/edit/loose-rule.ts';
import { deniedGlobs } from '../../recognize/edit/stop-patterns.ts';
import { isBrokenToml, tomlValue } from '../../recognize/edit/toml-edit.ts';
import { replaceInTomlItems } from '../../recognize/edit/toml-items.ts';
import { addToTomlList, dropFromTomlList } from '../../recognize/edit/toml-list.ts';
import { parseToken, tokenOf } from './tokens.ts';

const configFile = '.grok/config.toml';
const allowed = ['permission', 'allow'];

/** None is published for these settings. */
export const schemas = {};

/**
 * Denies what cannot be undone, destructive tools of servers and reading of files with credentials; what could run anything asks. The mode and the
 * sandbox are the user's to set.
 * @see https://docs.x.ai/build/features/permissions (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const config = request.texts.get(configFile) ?? '';
  if (isBrokenToml(config)) return [];
  const text = denying(asking(config, request), request);
  return text === config ? [] : [{ file: configFile, text }];
};

/** What is on no list asks anyway, so rules for everything need no place on the list that asks. */
function asking(text: string, { loose }: HardenRequest): string {
  const open = allowedTokens(text).filter((token) => isLoose(loose, token) || isForAll(token));
  const moved = open.filter((token) => mayBeCopied(token) && !isForAll(token));
  const dropped = dropFromTomlList(text, allowed, (token) => open.includes(String(token)));
  const edited = addToTomlList(dropped, ['permission', 'ask'], moved);
  return replaceInTomlItems(edited, ['permission', 'rules'], 'action', (read) => {
    if (read('action') !== 'allow') return undefined;
    const [tool, pattern] = [String(read('tool')), read('pattern')];
    const token = tokenOf(tool, typeof pattern === 'string' ? pattern : null);
    return isForAll(token) || isLooseCommand(token, String(pattern ?? tool), loose)
      ? 'ask'
      : undefined;
  });
}

function allowedTokens(text: string): readonly string[] {
  const found = tomlValue(text, allowed);
  return Array.isArray(found) ? found.filter((token) => typeof token === 'string') : [];
}

/** A rule that runs every command, or fetches from everywhere. */
function isForAll(token: string): boolean {
  const parsed = parseToken(token, '');
  const tools = ['any', 'shell', 'network'];
  return parsed.type === 'rule' && parsed.pattern.type === 'any' && tools.includes(parsed.tool);
}

/** Such rules are shown without their tool. */
function isLooseCommand(token: string, name: string, loose: HardenRequest['loose']): boolean {
  const parsed = parseToken(token, '');
  return parsed.type === 'rule' && parsed.tool === 'shell' && isLoose(loose, name);
}

function denying(text: string, request: HardenRequest): string {
  const kept = allowedTokens(text).flatMap((token) => /^Bash\((.+)\)$/s.exec(token)?.[1] ?? []);
  const commands = deniedGlobs(request, kept).map((glob) => `Bash(${opened(glob)})`);
  const tools = request.tools.map(({ server, name }) => `MCPTool(${server}__${name})`);
  const files = request.secrets.map((path) => `Read(**/${path})`);
  return addToTomlList(text, ['permission', 'deny'], [...commands, ...tools, ...files]);
}

/** A star at the end wants something in its place; these cover the command alone too. */
function opened(glob: string): string {
  if (!glob.endsWith(' *')) return glob;
  const stem = glob.slice(0, -2);
  return stem.includes('*') ? `${stem}*` : `${stem}:*`;
}
