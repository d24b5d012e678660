import { jsonValue } from './json-edit.ts';
import { jsonKeys, removeJsonKey } from './json-remove.ts';

/** The settings without the `trust` that lets every tool of an MCP server run unasked. */
export function withoutTrust(text: string): string {
  return jsonKeys(text, ['mcpServers']).reduce((edited, server) => {
    const path = ['mcpServers', server, 'trust'];
    return jsonValue(edited, path) === true ? removeJsonKey(edited, path) : edited;
  }, text);
}
