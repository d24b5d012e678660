import type { HardenRequest } from '../../model/hardening.ts';
import { addToJsonList, jsonValue } from './json-edit.ts';
import { jsonKeys } from './json-remove.ts';

/** A list of MCP servers with the destructive tools of each taken away by the key that the agent has for it: `disabledTools`, `disabled_tools`. */
export function withoutTools(
  text: string,
  servers: string,
  key: string,
  tools: HardenRequest['tools'],
): string {
  return jsonKeys(text, [servers]).reduce((edited, server) => {
    const names = tools.filter((tool) => tool.server === server).map(({ name }) => name);
    // A list of the tools that are wanted would be the better one; nobody but the team can write it.
    if (jsonValue(edited, [servers, server, 'disabled']) === true) return edited;
    return addToJsonList(edited, [servers, server, key], names);
  }, text);
}
