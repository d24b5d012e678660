import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Cloudflare commands', () => {
  it.each([
    ['wrangler d1 delete shop', 'database'],
    ['npx wrangler@4 d1 delete shop -y', 'database'],
    ['wrangler d1 time-travel restore shop --timestamp 1', 'database'],
    ['wrangler kv namespace delete --namespace-id a', 'database'],
    ['wrangler kv:namespace delete --namespace-id a', 'database'],
    ['wrangler kv bulk delete keys.json --binding KV --remote', 'database'],
    ['wrangler kv bulk delete keys.json --binding KV', 'nothing'],
    ['wrangler delete shop', 'service'],
    ['wrangler delete shop --dry-run', 'nothing'],
    ['wrangler vectorize delete docs --force', 'database'],
    ['wrangler r2 bucket delete media', 'service'],
    ['wrangler r2 object delete media/a.png --remote', 'files'],
    ['wrangler r2 object delete media/a.png --local', 'nothing'],
    ['wrangler r2 bucket lock remove media --name keep', 'backup'],
    ['wrangler queues delete jobs', 'queue'],
    ['wrangler queues purge jobs', 'queue, asks'],
    ['wrangler queues purge jobs --force', 'queue'],
    ['wrangler pages deployment delete 1', 'service, asks'],
    ['wrangler pages project delete shop', 'project'],
    ['wrangler hyperdrive delete 1', 'service'],
    ['wrangler deploy --dry-run', 'nothing'],
    ['wrangler d1 export shop --output a.sql', 'nothing'],
    ['wrangler d1 list', 'nothing'],
    ['wrangler r2 bucket lifecycle list media', 'nothing'],
    ['wrangler d1 delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('products that a Cloudflare command takes', () => {
  it.each(
    pack.commands.filter(
      ({ argv: [program], destroys }) => program === 'wrangler' && destroys === 'database',
    ),
  )('$argv', ({ products }) => {
    expect(products).toHaveLength(1);
  });
});

describe('Cloudflare credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['prefixed-global-key', `cfk_${'aB3x'.repeat(10)}${'0a1b'.repeat(2)}`],
    ['user-token', `cfut_${'aB3x'.repeat(10)}${'0a1b'.repeat(2)}`],
    ['account-token', `cfat_${'aB3x'.repeat(10)}${'0a1b'.repeat(2)}`],
    ['origin-ca-key', `v1.0-${'0a1b'.repeat(6)}-${'c3'.repeat(73)}`],
    [undefined, `cfk_${'aB3x'.repeat(10)}`],
    [undefined, `cfut_${'aB3x'.repeat(10)}${'ZZZZ'.repeat(2)}`],
    [undefined, 'v1.0-alpha'],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([
    ['CF_API_KEY', 'global-key'],
    ['CLOUDFLARE_API_TOKEN', 'api-token'],
    ['CLOUDFLARE_ACCOUNT_ID', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});

describe('Cloudflare MCP servers', () => {
  it.each([
    ['https://bindings.mcp.cloudflare.com/sse', 'bindings'],
    ['https://mcp.cloudflare.com/mcp', 'code-mode'],
    ['https://docs.mcp.cloudflare.com/mcp', 'observing'],
    ['wrangler', undefined],
  ])('%s is %s', (name, server) => {
    expect(knowledgeOf(pack).mcp(name)?.spec.id).toBe(server);
  });
});
