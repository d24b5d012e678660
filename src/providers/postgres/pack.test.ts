import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['dropdb -h db.acme.io -U app shop', 'database unasked'],
  ['dropdb --if-exists --force shop', 'database unasked'],
  ['dropdb -i shop', null],
  ['pg_restore --clean --if-exists -h db.acme.io -d shop shop.dump', 'database unasked'],
  ['pg_restore -Fc -d shop shop.dump', null],
  ['pg_restore --clean --list shop.dump', null],
  ['pg_restore --clean -f out.sql shop.dump', null],
  ['pg_dump --clean shop', null],
  ['pg_resetwal -f /data', 'database unasked'],
  ['pgbackrest --stanza=shop stanza-delete --force', 'backup unasked'],
  ['wal-g delete everything FORCE --confirm', 'backup unasked'],
  ['wal-g delete everything FORCE', null],
  ['barman delete shop oldest', 'backup unasked'],
  ['barman list-backups shop', null],
  ['createdb shop', null],
  ['docker exec -u postgres db dropdb shop', 'database unasked'],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it.each([
  ['PGPASSWORD', 'password'],
  ['POSTGRES_PASSWORD', 'superuser-password'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['crystaldba/postgres-mcp', 'postgres-mcp'],
  ['postgres-mcp@0.3.0', 'postgres-mcp'],
  ['@modelcontextprotocol/server-postgres', 'reference'],
  ['@henkey/postgres-mcp-server@latest', 'henkey'],
  ['postgres', undefined],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});
