import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken as token } from '../../../test/acme-knowledge.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { parse } from '../../formats/json/parse.ts';
import { at } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { mcpFacts } from './mcp-servers.ts';

function factsOf(servers: unknown, rejected: readonly string[] = []): readonly Fact[] {
  const document = parse(filePath('.pilot/mcp.json'), JSON.stringify({ servers }));
  if (document.shape !== 'data') throw new Error('expected data');
  const config = {
    document,
    servers: at(document.roots[0], 'servers'),
    agent: entityKey('pilot:agent/.'),
    agentName: 'pilot',
    collector: 'pilot',
    isRejected: (name: string) => rejected.includes(name),
  };
  const facts = mcpFacts(config, acmeKnowledge);
  expect(structuredClone(facts)).toEqual(facts);
  return facts;
}

it('knows a server by package or host, never by its alias', () => {
  const facts = factsOf({
    db: { command: 'npx', args: ['-y', '@acme/mcp-server@latest', '--access-token', token] },
    remote: { type: 'http', url: 'https://mcp.acme.example/mcp?read_only=true' },
    acme: { command: 'node', args: ['server.js'] },
  });
  expect(
    ofKind(facts, 'McpServer').map(({ name, provider, readOnly }) => [name, provider, readOnly]),
  ).toEqual([
    ['db', 'acme', expect.objectContaining({ state: 'default', value: false })],
    ['remote', 'acme', expect.objectContaining({ state: 'set', value: true })],
    ['acme', null, expect.objectContaining({ state: 'unknown' })],
  ]);
  expect(ofKind(facts, 'Credential')).toMatchObject([{ provider: 'acme', form: 'literal' }]);
  expect(JSON.stringify(facts)).not.toContain(token);
  const edges = facts.flatMap((fact) => (fact.kind === 'Relation' ? [fact.rel] : []));
  expect(edges).toEqual(['runs', 'holds', 'runs', 'runs']);
});

it('files everything under the collector and the agent it is given', () => {
  const facts = factsOf({ a: { command: 'npx', args: ['@acme/mcp-server'] } });
  expect(facts).toMatchObject([
    { key: 'pilot:.pilot/mcp.json#mcp/a', collector: 'pilot', agent: 'pilot:agent/.' },
    { from: 'pilot:agent/.', because: '.pilot/mcp.json gives pilot the MCP server "a"' },
  ]);
});

it('leaves out servers that are switched off or rejected, not the tokens in them', () => {
  const server = {
    command: 'npx',
    args: ['@acme/mcp-server'],
    env: { ACME_ACCESS_TOKEN: token },
  };
  for (const facts of [
    factsOf({ a: { ...server, disabled: true } }),
    factsOf({ a: { ...server, enabled: false } }),
    factsOf({ a: server }, ['a']),
  ]) {
    expect(ofKind(facts, 'McpServer')).toEqual([]);
    expect(ofKind(facts, 'Credential')).toHaveLength(1);
  }
});

it('reads a switch that is turned off as off', () => {
  const facts = factsOf({ a: { command: 'npx', args: ['@acme/mcp-server', '--read-only=false'] } });
  expect(ofKind(facts, 'McpServer')[0]?.readOnly).toMatchObject({ state: 'set', value: false });
});

it('takes a reference for a reference', () => {
  const env = { ACME_ACCESS_TOKEN: ['$', '{ACME_ACCESS_TOKEN}'].join('') };
  const facts = factsOf({ a: { command: 'npx', args: ['@acme/mcp-server'], env } });
  expect(ofKind(facts, 'Credential')).toMatchObject([{ form: 'reference', digest: null }]);
});

it('survives odd shapes', () => {
  for (const servers of [null, 7, [], { a: 1 }, { a: { args: 'x', env: [] } }]) {
    expect(() => factsOf(servers)).not.toThrow();
  }
});
