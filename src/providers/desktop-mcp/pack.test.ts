import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['@wonderwhy-er/desktop-commander@latest', 'desktop-commander'],
  ['mcp-server-commands', 'commands'],
  ['iterm-mcp', 'iterm'],
  ['@modelcontextprotocol/server-filesystem', 'filesystem'],
  ['@modelcontextprotocol/server-memory', undefined],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
