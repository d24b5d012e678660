import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['mcp-server-motherduck@latest', 'motherduck'],
  ['motherduck', undefined],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
