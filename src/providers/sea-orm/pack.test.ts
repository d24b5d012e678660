import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['sea-orm-cli migrate fresh', 'database'],
  ['sea-orm-cli migrate -u "$DATABASE_URL" down', 'database'],
  ['sea-orm-cli migrate up', 'nothing'],
  ['sea-orm-cli migrate status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
