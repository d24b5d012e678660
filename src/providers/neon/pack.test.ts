import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Neon commands', () => {
  it.each([
    ['neonctl projects delete wandering-frost-1', 'project'],
    ['neon project delete wandering-frost-1', 'project'],
    ['npx -y neonctl@2 --api-key "$KEY" branches delete main', 'environment'],
    ['neonctl branches delete preview --project-id x', 'environment'],
    ['neonctl branches reset main --parent', 'database'],
    ['neonctl branches reset main --parent --preserve-under-name before', 'nothing'],
    ['neonctl branches restore main ^self@2026-01-01T00:00:00Z', 'database'],
    ['neonctl branches list', 'nothing'],
    ['neonctl databases delete app', 'database'],
    ['neonctl databases create --name app', 'nothing'],
    ['neonctl projects delete --help', 'nothing'],
    ['neonctl bucket object delete a/b/ --recursive', 'bucket'],
    ['neonctl bucket object delete a/b', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows API keys, and leaves open how far they reach', () => {
  const key = `napi_${randomBytes(32).toString('hex')}`;
  expect(knowledge.credentialByValue(key)?.spec).toMatchObject({ id: 'api-key', scope: null });
  expect(knowledge.credentialByValue(key.slice(0, 30))).toBeUndefined();
  expect(knowledge.credentialByName('STAGING_NEON_API_KEY')?.spec.id).toBe('api-key');
});

it('knows MCP servers and hosts', () => {
  expect(knowledge.mcp('https://mcp.neon.tech/mcp')?.spec.readOnly).toHaveLength(2);
  expect(knowledge.mcp('@neondatabase/mcp-server-neon')?.spec.destructiveTools).toContain(
    'delete_project',
  );
  expect(knowledge.host('ep-cool-sun-12.eu-central-1.aws.neon.tech')?.provider).toBe('neon');
});
