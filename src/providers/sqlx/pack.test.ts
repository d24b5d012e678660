import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['sqlx database drop -y', 'database'],
  ['cargo sqlx database reset', 'database, asks'],
  ['sqlx migrate revert', 'database'],
  ['sqlx migrate revert --dry-run', 'nothing'],
  ['sqlx database create', 'nothing'],
  ['sqlx migrate run', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
