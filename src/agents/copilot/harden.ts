import type { Harden } from '../../model/hardening.ts';
import { hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { jsonValue, setJson } from '../../recognize/edit/json-edit.ts';
import { jsonKeys, removeJsonKey } from '../../recognize/edit/json-remove.ts';
import { narrowSettings, settingsFile } from './narrow-settings.ts';
import { settingsSchema } from './settings-schema.ts';

const serversFile = '.vscode/mcp.json';
const cliFiles = ['.github/copilot/settings.json', '.github/copilot/settings.local.json'] as const;

export const schemas = { [settingsFile]: settingsSchema };

/**
 * VS Code knows no denial, so what destroys asks and whatever could run anything leaves the list; commands work in a closed sandbox, and no server's
 * tools are approved in advance. Its file tools read every file of the folder: there is no setting against that. Of the CLI, a repository can only
 * give the hooks back.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export const harden: Harden = (request) => [
  ...hardenedJson(request, settingsFile, (text) => narrowSettings(text, request), true),
  ...hardenedJson(request, serversFile, withoutApproval),
  ...cliFiles.flatMap((file) => hardenedJson(request, file, withHooks)),
];

/** `sandboxEnabled` of a server also approves all its tools. */
function withoutApproval(text: string): string {
  return jsonKeys(text, ['servers']).reduce((edited, name) => {
    const path = ['servers', name, 'sandboxEnabled'];
    return jsonValue(edited, path) === true ? removeJsonKey(edited, path) : edited;
  }, text);
}

/** A repository's word decides for everyone whether hooks run. */
function withHooks(text: string): string {
  const key = ['disableAllHooks'];
  return jsonValue(text, key) === true ? setJson(text, key, false) : text;
}
