import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['mysqladmin -h db.acme.io -u root drop shop -f', 'database'],
  ['mysqladmin --force drop shop', 'database'],
  ['mysqladmin -u root drop shop', 'database, asks'],
  ['mysqladmin status', 'nothing'],
  ['mysqladmin create shop', 'nothing'],
  ['mysqldump shop', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['MYSQL_ROOT_PASSWORD', 'root-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['@benborla29/mcp-server-mysql', 'benborla'],
  ['mysql_mcp_server', 'designcomputer'],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
