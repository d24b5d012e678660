import type { Harden, HardenRequest } from '../../model/hardening.ts';
import { wideOpen } from '../../recognize/agent/wide-open-path.ts';
import { isBrokenToml, setToml, tomlKeys, tomlValue } from '../../recognize/edit/toml-edit.ts';
import { addToTomlList, dropFromTomlList } from '../../recognize/edit/toml-list.ts';
import { configSchema } from './config-schema.ts';
import { narrowedProfiles } from './harden-profile.ts';
import { strictRules } from './harden-rules.ts';

const configFile = '.codex/config.toml';
/** Codex reads every file of the folder; the team's own stay as they are, for the strictest rule of all counts. */
const rulesFile = '.codex/rules/destructive.rules';
const teamRules = '.codex/rules/default.rules';

export const schemas = { [configFile]: configSchema };

/**
 * Commands work in a sandbox without network, what leaves it asks, what cannot be undone is forbidden, and what a rule lets out of the sandbox although it
 * could run anything asks as well. Files with credentials stay readable unless a permission profile is in use: nothing that runs unasked can send them
 * anywhere.
 * @see https://developers.openai.com/codex/config-reference (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const rules = request.texts.get(rulesFile) ?? '';
  const narrowed = strictRules(rules, request.texts.get(teamRules) ?? '', request);
  const written = narrowed === rules ? [] : [{ file: rulesFile, text: narrowed }];
  const config = request.texts.get(configFile) ?? '';
  if (isBrokenToml(config)) return written;
  const confined = withConfinement(config, request.secrets);
  const text = withEnvironment(withServers(withApproval(confined), request.tools));
  return [{ file: configFile, text: withSwitches(text) }, ...written];
};

/** A sandbox mode switches permission profiles off, so a file that uses one gets none. */
function withConfinement(text: string, secrets: readonly string[]): string {
  const mode = tomlValue(text, ['sandbox_mode']);
  const usesProfile = typeof tomlValue(text, ['default_permissions']) === 'string';
  if (mode === undefined && usesProfile) return narrowedProfiles(text, secrets);
  if (mode === 'read-only') return text;
  let edited = mode === 'workspace-write' ? text : set(text, ['sandbox_mode'], 'workspace-write');
  // Without it the user's own file decides.
  edited = set(edited, ['sandbox_workspace_write', 'network_access'], false);
  return dropFromTomlList(edited, ['sandbox_workspace_write', 'writable_roots'], (root) =>
    wideOpen.test(String(root)),
  );
}

function withApproval(text: string): string {
  const policy = tomlValue(text, ['approval_policy']);
  const isTable = policy === undefined && tomlKeys(text, ['approval_policy']).length > 0;
  const asks = isTable || /^(?:untrusted|on-request|on-failure)$/.test(String(policy));
  const edited = asks ? text : set(text, ['approval_policy'], 'on-request');
  const reviewer = String(tomlValue(edited, ['approvals_reviewer']));
  return /^(?:auto_review|guardian_subagent)$/.test(reviewer)
    ? set(edited, ['approvals_reviewer'], 'user')
    : edited;
}

/** Servers and connectors are not approved as a whole, and go without the tools that destroy. */
function withServers(text: string, tools: HardenRequest['tools']): string {
  let edited = text;
  for (const table of ['mcp_servers', 'apps']) {
    for (const name of tomlKeys(edited, [table])) {
      const mode = [table, name, 'default_tools_approval_mode'];
      if (tomlValue(edited, mode) === 'approve') edited = set(edited, mode, 'prompt');
      const destructive = [table, name, 'destructive_enabled'];
      if (tomlValue(edited, destructive) === true) edited = set(edited, destructive, false);
    }
  }
  const servers = tomlKeys(edited, ['mcp_servers']);
  for (const { server, name } of tools) {
    if (!servers.includes(server)) continue;
    edited = addToTomlList(edited, ['mcp_servers', server, 'disabled_tools'], [name]);
  }
  return edited;
}

function withEnvironment(text: string): string {
  const inherit = ['shell_environment_policy', 'inherit'];
  const isNarrow = /^(?:core|none)$/.test(String(tomlValue(text, inherit)));
  const isListed = tomlValue(text, ['shell_environment_policy', 'include_only']) !== undefined;
  return isNarrow || isListed ? text : set(text, inherit, 'core');
}

function withSwitches(text: string): string {
  let edited = text;
  for (const key of ['hooks', 'codex_hooks']) {
    const path = ['features', key];
    if (tomlValue(edited, path) === false) edited = set(edited, path, true);
  }
  const warning = ['notice', 'hide_full_access_warning'];
  if (tomlValue(edited, warning) === true) edited = set(edited, warning, false);
  const history = ['history', 'persistence'];
  return tomlValue(edited, history) === 'none' ? set(edited, history, 'save-all') : edited;
}

function set(text: string, path: readonly string[], value: string | boolean): string {
  return tomlValue(text, path) === value ? text : setToml(text, path, value);
}
