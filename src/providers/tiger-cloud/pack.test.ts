import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['tiger service delete svc-12345 --confirm', 'database'],
  ['tiger svc rm svc-12345', 'database, asks'],
  ['tiger service list', 'nothing'],
  ['tiger service stop svc-12345', 'nothing'],
  ['tiger config delete output', 'nothing'],
  ['tiger service delete --help', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows credentials, MCP server and hosts', () => {
  expect(knowledge.credentialByName('TIGER_SECRET_KEY')?.spec.scope).toBe('project');
  expect(knowledge.credentialByName('TIGER_ID')).toBeUndefined();
  expect(knowledge.mcp('tiger mcp')?.spec.readOnly).toHaveLength(1);
  expect(knowledge.host('a.b.tsdb.cloud.timescale.com')?.provider).toBe('tiger-cloud');
});
