import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['diesel database reset', 'database'],
  ['diesel --database-url "$DATABASE_URL" migration revert --all', 'database'],
  ['diesel database setup', 'nothing'],
  ['diesel migration list', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
