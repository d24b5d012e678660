import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`essu_${'aB3'.repeat(12)}`)?.spec.id).toBe('unified-key');
  expect(knowledge.credentialByValue(`essu_${'a'.repeat(5)}`)?.spec.id).toBe(undefined);
});

it.each([['ELASTIC_PASSWORD', 'password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([['docker.elastic.co/mcp/elasticsearch', 'elastic']])(
  'knows the MCP server %s',
  (name, id) => {
    const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
    expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
  },
);
