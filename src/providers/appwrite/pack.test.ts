import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Appwrite commands', () => {
  it.each([
    ['appwrite databases delete --database-id main', 'database'],
    ['npx appwrite-cli tablesdb delete-table --database-id main --table-id users', 'database'],
    ['appwrite push all --all --force', 'database'],
    ['appwrite push tables', 'nothing'],
    ['appwrite push functions --force', 'nothing'],
    ['appwrite storage delete-bucket --bucket-id files', 'bucket'],
    ['appwrite storage delete-file --bucket-id files --file-id a', 'nothing'],
    ['appwrite backups delete-archive --archive-id a', 'backup'],
    ['appwrite organization delete-project --project-id p', 'project'],
    ['appwrite databases list', 'nothing'],
    ['appwrite databases delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials and the MCP server', () => {
  expect(knowledge.credentialByHeader('X-Appwrite-Key', 'fra.cloud.appwrite.io')?.spec.id).toBe(
    'api-key',
  );
  expect(knowledge.credentialByName('APPWRITE_PROJECT_ID')).toBeUndefined();
  expect(knowledge.mcp('mcp-server-appwrite')?.spec.destructiveTools).toEqual([
    'appwrite_call_tool',
  ]);
});
