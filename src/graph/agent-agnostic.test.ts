import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const products = readdirSync(join(here, '../agents'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const files = readdirSync(here).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);

/**
 * A name where code could decide by it: after a quote or in a path, or as the key of a table. Plain words are left alone, for an agent may be
 * called like a keyword.
 */
function mentions(product: string): RegExp {
  const name = product.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:['"\`/]\\.?)${name}(?!\\w)|(?<![\\w-])${name}['"]?\\s*:`, 'i');
}

describe.each(products)('linking without %s', (product) => {
  it.each(files)('%s does not know it', (file) => {
    expect(readFileSync(join(here, file), 'utf8')).not.toMatch(mentions(product));
  });
});

it('would see one', () => {
  expect(products.length).toBeGreaterThan(0);
  expect(files).toContain('permission-habits.ts');
  for (const text of [
    `agent.product === 'pilot'`,
    'const table = { pilot: 1 }',
    '`pilot-cli:agent/.`',
    `from '../agents/pilot/habits.ts'`,
    `'.pilot/settings.json'`,
  ]) {
    expect(text).toMatch(mentions('pilot'));
  }
  for (const text of ['pilot;', `'pilots'`, `'autopilot'`]) {
    expect(text).not.toMatch(mentions('pilot'));
  }
});
