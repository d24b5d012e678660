import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['mysqladmin -h db.acme.io -u root drop shop -f', 'database unasked'],
  ['mysqladmin --force drop shop', 'database unasked'],
  ['mysqladmin -u root drop shop', 'database asked'],
  ['mysqladmin status', null],
  ['mysqladmin create shop', null],
  ['mysqldump shop', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
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
