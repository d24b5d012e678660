import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['dropdb -h db.acme.io -U app shop', 'database'],
  ['dropdb --if-exists --force shop', 'database'],
  ['dropdb -i shop', 'nothing'],
  ['pg_restore --clean --if-exists -h db.acme.io -d shop shop.dump', 'database'],
  ['pg_restore -Fc -d shop shop.dump', 'nothing'],
  ['pg_restore --clean --list shop.dump', 'nothing'],
  ['pg_restore --clean -f out.sql shop.dump', 'nothing'],
  ['pg_dump --clean shop', 'nothing'],
  ['pg_resetwal -f /data', 'database'],
  ['pgbackrest --stanza=shop stanza-delete --force', 'backup'],
  ['wal-g delete everything FORCE --confirm', 'backup'],
  ['wal-g delete everything FORCE', 'nothing'],
  ['barman delete shop oldest', 'backup'],
  ['barman list-backups shop', 'nothing'],
  ['createdb shop', 'nothing'],
  ['docker exec -u postgres db dropdb shop', 'database'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
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
