import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

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
