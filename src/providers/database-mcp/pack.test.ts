import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['@bytebase/dbhub@latest', 'dbhub'],
  ['bytebase/dbhub:latest', 'dbhub'],
  ['toolbox', 'toolbox'],
  ['@executeautomation/database-server', 'executeautomation'],
  ['@bytebase/other', undefined],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
