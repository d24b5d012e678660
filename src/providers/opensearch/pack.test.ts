import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it('knows the MCP server and the switch that makes it read only', () => {
  const knowledge = knowledgeOf(pack);
  expect(knowledge.mcp('opensearch-mcp-server-py')?.spec.readOnly).toEqual([
    { in: 'variable', name: 'OPENSEARCH_SETTINGS_ALLOW_WRITE', values: ['false'] },
  ]);
  expect(knowledge.mcp('opensearch-mcp-server')).toBeUndefined();
  expect(knowledge.credentialByName('OPENSEARCH_PASSWORD')?.spec.plane).toBe('data');
  expect(knowledge.credentialByName('OPENSEARCH_URL')).toBeUndefined();
});
