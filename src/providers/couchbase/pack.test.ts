import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['couchbase-cli bucket-delete -c db:8091 -u admin -p "$P" --bucket shop', 'database'],
  ['couchbase-cli bucket-flush -c db:8091 --bucket shop --force', 'database'],
  ['couchbase-cli bucket-flush -c db:8091 --bucket shop', 'database, asks'],
  ['couchbase-cli collection-manage -c db --bucket shop --drop-scope orders', 'database'],
  ['couchbase-cli collection-manage -c db --bucket shop --list-scopes', 'nothing'],
  ['couchbase-cli bucket-list -c db:8091', 'nothing'],
  ['cbbackupmgr remove --archive /b --repo shop', 'backup'],
  ['cbbackupmgr backup --archive /b --repo shop', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows the MCP server, which only reads unless told otherwise', () => {
  const server = knowledge.mcp('couchbase-mcp-server')?.spec;
  expect(server?.readOnly).toEqual([]);
  expect(server?.writesWith).toContainEqual({
    in: 'variable',
    name: 'CB_MCP_READ_ONLY_MODE',
    values: ['false'],
  });
});
