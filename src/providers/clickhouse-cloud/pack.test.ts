import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { matchesWhole } from '../../recognize/credential/credential.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['clickhousectl cloud service delete 1a2b --force', 'database'],
  ['clickhousectl cloud --api-key K --api-secret S service delete 1a2b', 'database'],
  ['clickhousectl cloud service list', 'nothing'],
  ['clickhousectl local server remove dev', 'nothing'],
  ['clickhousectl cloud service delete --help', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows credentials by name and shape', () => {
  const secret = knowledge.credentialByName('CLICKHOUSE_CLOUD_API_SECRET')?.spec;
  const value = `4b1d${randomBytes(19).toString('hex')}`;
  expect(secret?.shape && matchesWhole(secret.shape, value)).toBe(true);
  expect(secret?.shape && matchesWhole(secret.shape, value.slice(1))).toBe(false);
  expect(knowledge.credentialByValue(value)).toBeUndefined();
});

it('knows the MCP server, which only reads unless told otherwise', () => {
  expect(knowledge.mcp('mcp-clickhouse')?.spec.writesWith).toHaveLength(1);
  expect(knowledge.host('abc.eu-west-1.aws.clickhouse.cloud')?.provider).toBe('clickhouse-cloud');
});
