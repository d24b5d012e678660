import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['drizzle-kit push --force', 'database'],
  ['npx drizzle-kit push --config=drizzle.prod.config.ts --force', 'database'],
  ['drizzle-kit push', 'nothing'],
  ['drizzle-kit drop', 'nothing'],
  ['drizzle-kit generate', 'nothing'],
  ['drizzle-kit check', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
