import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { hardenedIgnoreFile } from '../../recognize/edit/hardened-file.ts';
import { isLoose } from '../../recognize/edit/loose-rule.ts';
import { isBrokenToml, setToml, tomlKeys, tomlValue } from '../../recognize/edit/toml-edit.ts';
import { addToTomlList, dropFromTomlList } from '../../recognize/edit/toml-list.ts';
import { defaultDenylist } from './habits.ts';
import { readTools } from './reading.ts';

const configFile = '.vibe/config.toml';

/** None is published for these settings. */
export const schemas = {};

/**
 * Lets commands ask, denies what cannot be undone, switches destructive tools of servers off, and hides files with credentials from reading and from
 * search. There is no sandbox.
 * @see https://docs.mistral.ai/vibe/code/safety-approvals-permissions (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const ignored = hardenedIgnoreFile(request, '.vibeignore');
  const config = request.texts.get(configFile) ?? '';
  if (isBrokenToml(config)) return ignored;
  const commands = withCommands(withoutBypass(config), request);
  const text = withReading(withoutTools(commands, request.tools), request.secrets);
  return text === config ? ignored : [{ file: configFile, text }, ...ignored];
};

function withoutBypass(text: string): string {
  const bypass = ['bypass_tool_permissions'];
  const edited = tomlValue(text, bypass) === true ? setToml(text, bypass, false) : text;
  const profile = ['default_agent'];
  return tomlValue(edited, profile) === 'auto-approve'
    ? setToml(edited, profile, 'default')
    : edited;
}

const bash = ['tools', 'bash'];

/** A table of the project takes the place of the user's, so it says everything. */
function withCommands(text: string, { loose, stops }: HardenRequest): string {
  const permission = tomlValue(text, [...bash, 'permission']);
  const isOpen = permission === undefined || /^always$/i.test(String(permission));
  let edited = isOpen ? setToml(text, [...bash, 'permission'], 'ask') : text;
  edited = dropFromTomlList(edited, [...bash, 'allowlist'], (command) =>
    isLoose(loose, `${command} in allowlist`),
  );
  const denied = stops
    .filter(({ effect }) => effect === 'deny')
    .flatMap(({ prefix, flags }) =>
      flags.length === 0 ? [prefix] : flags.map((flag) => `${prefix} ${flag}`),
    );
  const hasList = tomlValue(edited, [...bash, 'denylist']) !== undefined;
  const builtIn = hasList || denied.length === 0 ? [] : defaultDenylist;
  return addToTomlList(edited, [...bash, 'denylist'], [...builtIn, ...denied]);
}

/** A tool's name starts with that of its server. */
function withoutTools(text: string, tools: HardenRequest['tools']): string {
  const names = tools.map(({ server, name }) => `${server}_${name}`);
  const edited = names.reduce((before, name) => {
    const permission = ['tools', name, 'permission'];
    const isOpen = /^always$/i.test(String(tomlValue(before, permission)));
    return isOpen ? setToml(before, permission, 'ask') : before;
  }, text);
  return addToTomlList(edited, ['disabled_tools'], names);
}

/** The older name of the tool only where the file uses it. */
function withReading(text: string, secrets: readonly string[]): string {
  const used = tomlKeys(text, ['tools']);
  return readTools
    .filter((tool, index) => index === 0 || used.includes(tool))
    .reduce(
      (edited, tool) =>
        addToTomlList(
          edited,
          ['tools', tool, 'denylist'],
          secrets.map((path) => `*/${path}`),
        ),
      text,
    );
}
