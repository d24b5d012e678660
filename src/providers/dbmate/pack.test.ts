import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['dbmate drop', 'database'],
  ['dbmate --url "$DATABASE_URL" drop', 'database'],
  ['dbmate -e PROD_URL rollback', 'database'],
  ['dbmate up', 'nothing'],
  ['dbmate status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
